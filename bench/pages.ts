import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {browser, findBrowser} from '../src/world/browser.ts'
import type {Size} from './article.ts'
import {article} from './article.ts'
import {pagedJs} from './paged-js.ts'
import type {PagesResult} from './pages-page.ts'
import {pagesPage} from './pages-page.ts'
import {installPeers} from './peers.ts'
import {printing} from './printing.ts'
import {writeSection} from './section.ts'
import type {Job} from './stopwatch.ts'
import {median, seconds} from './stopwatch.ts'
import {typst} from './typst.ts'

const typical: Size = {
  paragraphs: 44,
  sections: 7,
  references: 60,
  citations: 150,
  figures: 4,
  mentions: 0,
  tables: 3,
  equations: 10,
  notes: 60
}
const documents: ReadonlyArray<readonly [name: string, folder: string, size: Size]> = [
  ['20 pages, 60 notes', 'article', typical],
  [
    '300 pages, 200 notes',
    'book',
    {
      ...typical,
      paragraphs: 780,
      sections: 78,
      references: 600,
      citations: 1500,
      figures: 110,
      tables: 55,
      equations: 390,
      notes: 200
    }
  ]
]

/**
 * `npm run bench -- pages [rounds]`: what making the pages costs beside what the browser takes to print the same, and beside what
 * Paged.js takes; and how long whole commands take, beside Typst.
 */
export async function pagesBench(rounds: number): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'offprint-pages-'))
  const found = await findBrowser()
  if ('reason' in found) throw new Error(`Cannot measure: ${found.reason}`)
  const printer = browser()
  try {
    installPeers(work)
    const results: Array<PagesResult> = []
    for (const [name, folder, size] of documents) {
      const at = join(work, folder)
      for (const {path, bytes} of article(size)) {
        await mkdir(dirname(join(at, path)), {recursive: true})
        await writeFile(join(at, path), bytes)
        if (path === 'paper.md') await writeFile(join(at, 'paper.typ'), typst(new TextDecoder().decode(bytes)))
      }
      const printed = await printing(at, printer, rounds)
      const divided = await pagedJs(printed.html, {work, executable: found.path, env: found.env ?? {}}, rounds)
      const paged = divided && {layout: divided.layout, print: divided.print, pages: divided.pages}
      results.push({name, printed, paged, commands: await commands(at, work, rounds)})
    }
    const page = pagesPage(results, {rounds, chromium: found.version ?? 'unknown', node: process.versions.node})
    await writeSection({
      page,
      data: {pages: results.map(({printed: {html: _, ...printed}, ...rest}) => ({...rest, printed}))}
    })
    process.stdout.write(page)
  } finally {
    await printer.close()
    await rm(work, {recursive: true, force: true})
  }
}

/** Whole commands, each its own process; they take turns. */
async function commands(folder: string, work: string, rounds: number): Promise<PagesResult['commands']> {
  const script = join(work, 'typst.mjs')
  await writeFile(
    script,
    `import {writeFileSync} from 'node:fs'
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler'
const [, , workspace, mainFilePath, out] = process.argv
writeFileSync(out, NodeCompiler.create({workspace}).pdf({mainFilePath}))
`
  )
  const out = join(folder, 'build')
  const jobs: Readonly<Record<'offprint' | 'typst', Job>> = {
    offprint: {
      command: process.execPath,
      args: [resolve('dist/cli.cjs'), 'build', folder, '--to', 'pdf', '--out', out]
    },
    typst: {command: process.execPath, args: [script, folder, join(folder, 'paper.typ'), join(folder, 'typst.pdf')]}
  }
  const times = {offprint: [] as Array<number>, typst: [] as Array<number>}
  for (let round = -1; round < rounds; round += 1)
    for (const name of ['offprint', 'typst'] as const) {
      const time = await seconds(jobs[name])
      // The first round is for the disk, and for code to be kept compiled.
      if (round >= 0) times[name].push(time)
      process.stderr.write('.')
    }
  return {offprint: median(times.offprint), typst: median(times.typst)}
}
