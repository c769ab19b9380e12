import {execFileSync, spawnSync} from 'node:child_process'
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {availableParallelism, tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {findBrowser} from '../src/world/browser.ts'
import {article} from './article.ts'
import {citationsBench} from './citations.ts'
import {formatsBench} from './formats.ts'
import {pagesBench} from './pages.ts'
import {pictures} from './pictures.ts'
import type {Medians} from './results.ts'
import {page} from './results.ts'
import {writeSection} from './section.ts'
import {size} from './size.ts'
import type {Job} from './stopwatch.ts'
import {median, seconds} from './stopwatch.ts'
import {styleOf} from './style.ts'

// Measures the whole build of two manuscripts, cold, against pandoc and the floor: npm run bench [-- rounds]
// Sections that run apart: npm run bench -- size|citations|formats|pages [rounds], or pictures
const [, , section = '7', given] = process.argv
if (section === 'size') {
  await size(Number(given ?? 3))
  process.exit()
}
if (section === 'citations') {
  await citationsBench(Number(given ?? 5), versionOf('pandoc'))
  process.exit()
}
if (section === 'formats') {
  await formatsBench(Number(given ?? 5), versionOf('pandoc'))
  process.exit()
}
if (section === 'pictures') {
  await pictures()
  process.exit()
}
if (section === 'pages') {
  await pagesBench(Number(given ?? 3))
  process.exit()
}
const rounds = Number(section)
const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'))
const cli = resolve('dist/cli.cjs')
const found = await findBrowser()
if ('reason' in found) throw new Error(`Cannot measure: ${found.reason}`)
const {path: chromium, version, env: chromiumEnv = {}} = found
const pandoc = versionOf('pandoc')
const bareNode: Job = {command: process.execPath, args: ['-e', '0']}
const printsItself = await canPrintItself()

try {
  await cp('manuscript', join(work, 'paper'), {recursive: true})
  for (const {path, bytes} of article()) {
    await mkdir(dirname(join(work, 'article', path)), {recursive: true})
    await writeFile(join(work, 'article', path), bytes)
  }
  const medians = [await measure('the paper', 'paper'), await measure('8,000 words', 'article')]
  const processors = availableParallelism()
  const conditions = {rounds, node: process.versions.node, chromium: version ?? 'unknown', pandoc, processors}
  await writeSection({page: page(medians, conditions), data: {...conditions, medians}})
  process.stdout.write(page(medians, conditions))
} finally {
  await rm(work, {recursive: true, force: true})
}

/** Every program takes its turn in every round, so that what else the machine does falls on all of them. */
async function measure(manuscript: string, name: string): Promise<Medians> {
  const folder = join(work, name)
  const style = join(work, `${name}.csl`)
  await writeFile(style, await styleOf(folder))
  const out = join(folder, 'build')
  const offprint = (to: string): Job => ({
    command: process.execPath,
    args: [cli, 'build', folder, '--to', to, '--out', out]
  })
  const jobs: ReadonlyArray<readonly [string, Job]> = [
    ['both', offprint('html,pdf')],
    ['html', offprint('html')],
    ['floor', printing(join(out, 'paper.html'))],
    ...(printsItself
      ? ([
          ['bare', bareNode],
          ['apart', printingItself(join(out, 'paper.html'))]
        ] as const)
      : []),
    ...(pandoc === undefined ? [] : ([['pandoc', pandocJob(folder, style)]] as const)),
    ...(pandoc === undefined ? [] : ([['pandocPrinted', printing(join(folder, 'pandoc.html'))]] as const))
  ]
  const times = new Map<string, Array<number>>(jobs.map(([key]) => [key, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [key, job] of jobs) {
      const time = await seconds(job)
      // The first round is for the disk, and for the browser to be unpacked.
      if (round >= 0) times.get(key)?.push(time)
      process.stderr.write('.')
    }
  }
  process.stderr.write('\n')
  const of = (key: string) => median(times.get(key) ?? [])
  const peers = pandoc === undefined ? {} : {pandoc: of('pandoc'), pandocPrinted: of('pandoc') + of('pandocPrinted')}
  const apart = printsItself ? {apart: of('bare') + of('apart')} : {}
  return {manuscript, html: of('html'), both: of('both'), floor: of('floor'), ...apart, ...peers}
}

/** Chromium by itself, as a person would have it print. */
function printingItself(html: string): Job {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = ['--headless', '--disable-gpu', ...sandbox, '--no-pdf-header-footer', `--print-to-pdf=${html}.pdf`, html]
  return {command: chromium, args, env: chromiumEnv}
}

/** Bare Node, which starts Chromium and has it print. */
function printing(html: string): Job {
  return {command: process.execPath, args: ['bench/print.js', chromium, html, `${html}.pdf`], env: chromiumEnv}
}

function pandocJob(folder: string, style: string): Job {
  const options = ['--standalone', '--self-contained', '--citeproc', `--csl=${style}`, '--mathml', '--number-sections']
  return {command: 'pandoc', args: ['paper.md', ...options, '--output=pandoc.html'], cwd: folder}
}

/** The browser that npm brings waits for ever when it is asked to print by itself. */
async function canPrintItself(): Promise<boolean> {
  const {command, args, env} = printingItself(join(work, 'trial.html'))
  await writeFile(join(work, 'trial.html'), '<title>Trial</title>')
  const {status} = spawnSync(command, args, {env: {...process.env, ...env}, timeout: 10_000, killSignal: 'SIGKILL'})
  return status === 0
}

function versionOf(command: string): string | undefined {
  try {
    return execFileSync(command, ['--version'], {encoding: 'utf8'}).split('\n')[0]
  } catch {
    return undefined
  }
}
