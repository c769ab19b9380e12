import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {formats} from '../src/render/index.ts'
import {article} from './article.ts'
import {writeSection} from './section.ts'
import type {Job} from './stopwatch.ts'
import {median, seconds} from './stopwatch.ts'
import {styleOf} from './style.ts'

/** What pandoc writes, one run each. */
const theirs = ['html', 'jats', 'docx', 'latex', 'epub']
const ours = formats.map(({name}) => name)

/** What the manuscripts may cost, as shares of pandoc’s five. */
const goals: ReadonlyArray<readonly [manuscript: string, folder: string, goal: number]> = [
  ['the paper', 'paper', 0.5],
  ['8,000 words', 'article', 0.6]
]

interface FormatsRow {
  readonly manuscript: string
  readonly all: number
  readonly five: number
  readonly goal: number
  /** Seconds of a run for one format alone, and of a check. */
  readonly alone: Readonly<Record<string, number>>
}

/** `npm run bench -- formats [rounds]`: every format with the PDF, cold, against pandoc’s five in a loop; all take turns. */
export async function formatsBench(rounds: number, pandoc: string | undefined): Promise<void> {
  if (pandoc === undefined) throw new Error('Cannot measure: pandoc is not installed')
  const work = await mkdtemp(join(tmpdir(), 'offprint-formats-'))
  try {
    await cp('manuscript', join(work, 'paper'), {recursive: true})
    for (const {path, bytes} of article()) {
      await mkdir(dirname(join(work, 'article', path)), {recursive: true})
      await writeFile(join(work, 'article', path), bytes)
    }
    const rows: Array<FormatsRow> = []
    for (const [manuscript, folder, goal] of goals) {
      const path = join(work, folder, 'paper.md')
      // The style that both take longest for.
      await writeFile(
        path,
        (await readFile(path, 'utf8')).replace(/^---\n(?:(?:style|csl):.*\n)?/, '---\nstyle: apa\n')
      )
      rows.push({manuscript, goal, ...(await measure(join(work, folder), rounds))})
    }
    const text = page(rows, rounds, pandoc)
    await writeSection({page: text, data: {formats: {rounds, rows}}})
    process.stdout.write(text)
  } finally {
    await rm(work, {recursive: true, force: true})
  }
}

async function measure(folder: string, rounds: number): Promise<Omit<FormatsRow, 'goal' | 'manuscript'>> {
  const style = join(folder, '..', 'style.csl')
  await writeFile(style, await styleOf(folder))
  const cli = resolve('dist/cli.cjs')
  const job = (...args: ReadonlyArray<string>): Job => ({command: process.execPath, args: [cli, ...args]})
  const out = join(folder, 'build')
  const build = (to: string) => job('build', folder, '--to', to, '--out', out)
  const pandoc = (to: string): Job => {
    const options = ['--standalone', '--citeproc', `--csl=${style}`, '--mathml', '--number-sections']
    return {command: 'pandoc', args: ['paper.md', ...options, `--to=${to}`, `--output=pandoc.${to}`], cwd: folder}
  }
  const single = ours.map((name) => [name, build(name)] as const)
  const jobs = new Map<string, Job>([['all', build(ours.join(','))], ...single])
  const times = new Map<string, Array<number>>()
  const note = (key: string, time: number) => times.set(key, [...(times.get(key) ?? []), time])
  for (let round = -1; round < rounds; round++) {
    const found: Array<readonly [string, number]> = []
    for (const [key, each] of jobs) found.push([key, await seconds(each)])
    let five = 0
    for (const to of theirs) five += await seconds(pandoc(to))
    // The first round is for the disk, and for code to be kept compiled.
    if (round >= 0) for (const [key, time] of [...found, ['five', five] as const]) note(key, time)
    process.stderr.write('.')
  }
  process.stderr.write('\n')
  const of = (key: string) => median(times.get(key) ?? [])
  return {all: of('all'), five: of('five'), alone: Object.fromEntries(ours.map((name) => [name, of(name)]))}
}

function page(rows: ReadonlyArray<FormatsRow>, rounds: number, pandoc: string): string {
  const figure = (value: number) => value.toFixed(2)
  const cells = rows.map(
    ({manuscript, all, five, goal}) =>
      `| ${manuscript} | ${figure(all)} s | ${figure(five)} s | ${figure(all / five)} × | ${goal} × |`
  )
  const alone = ours.map(
    (name) => `| ${name} | ${rows.map((row) => `${figure(row.alone[name] ?? 0)} s`).join(' | ')} |`
  )
  return `# All formats

Every format with the PDF (${ours.length} in one run) against HTML, JATS, DOCX, LaTeX and EPUB by ${pandoc}, one run each,
without a PDF; in APA’s style, cold, median of ${rounds} rounds in which all take turns.

| | Offprint, all | pandoc, five | ratio | goal |
|---|---:|---:|---:|---:|
${cells.join('\n')}

What a run for one format alone takes:

| | ${rows.map(({manuscript}) => manuscript).join(' | ')} |
|---|${rows.map(() => '---:|').join('')}
${alone.join('\n')}

A manuscript of 8,000 words misses its goal by the PDF, which alone takes half to four fifths of pandoc’s five together, by run: the browser’s
own print of the finished page, the floor at the top, takes about half of what the goal allows. What was tried:

- With gain, and kept: the page goes to the browser before other formats are made, which use the other processor meanwhile;
  patterns and pdf-lib are loaded while the browser works; the browser has fewer processes, hands the PDF over in one message and is
  ended once it has printed; one CSL style is looked up without reading 2,680; content streams are read in fewer steps.
- Without gain: flags of the collector, warming the page, running the repairs once beforehand on a small PDF.
`
}
