import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {load} from '../src/load/index.ts'
import {machine} from '../src/world/node.ts'
import type {CitingSize} from './citing.ts'
import {citing} from './citing.ts'
import type {CitingResult} from './citing-page.ts'
import {citingPage} from './citing-page.ts'
import {stage} from './citing-stage.ts'
import {processorSeconds} from './processor.ts'
import {writeSection} from './section.ts'
import type {Job} from './stopwatch.ts'

const styles = ['apa', 'ieee', 'chicago-fullnote-bibliography']
const sizes = [
  {references: 60, citations: 150},
  {references: 600, citations: 1500}
]

/** Measure citations alone, in processor time, beside pandoc's citeproc where it is installed. */
export async function citationsBench(rounds: number, pandoc: string | undefined): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'offprint-citations-'))
  try {
    const results: Array<CitingResult> = []
    for (const size of sizes)
      for (const style of styles) results.push(await measure(work, {...size, style}, rounds, pandoc))
    const conditions = {rounds, node: process.versions.node, pandoc}
    const page = citingPage(results, conditions)
    await writeSection({page, data: {citations: {...conditions, results}}})
    process.stdout.write(page)
  } finally {
    await rm(work, {recursive: true, force: true})
  }
}

/** Programs take turns; the least of all rounds is what other work disturbed least. */
async function measure(
  work: string,
  size: CitingSize,
  rounds: number,
  pandoc: string | undefined
): Promise<CitingResult> {
  const folder = join(work, `${size.style}-${size.references}`)
  await mkdir(folder)
  const {markdown, bib} = citing(size)
  await writeFile(join(folder, 'paper.md'), markdown)
  await writeFile(join(folder, 'references.bib'), bib)
  await writeFile(join(folder, 'style.csl'), await styleOf(folder))
  const args = [resolve('dist/cli.cjs'), 'build', folder, '--to', 'html', '--out', join(folder, 'build')]
  const offprint = (env: Readonly<Record<string, string>>): Job => ({command: process.execPath, args, env})
  const peer = ['paper.md', '--standalone', '--citeproc', '--csl=style.csl', '--output=pandoc.html']
  const jobs = {
    cold: offprint({OFFPRINT_CACHE: 'off', XDG_CACHE_HOME: join(work, 'code')}),
    unchanged: offprint({XDG_CACHE_HOME: join(work, 'kept')}),
    ...(pandoc === undefined ? {} : {pandoc: {command: 'pandoc', args: peer, cwd: folder}})
  } satisfies Readonly<Record<string, Job>>
  const least = new Map<string, number>()
  // The first round keeps compiled code, and the result of citations, for the others.
  for (let round = -1; round < rounds; round++)
    for (const [name, job] of Object.entries(jobs)) {
      const time = await processorSeconds(job)
      if (round >= 0) least.set(name, Math.min(time, least.get(name) ?? time))
      process.stderr.write('.')
    }
  const inProcess = await stage(folder, rounds)
  process.stderr.write('\n')
  const [cold = 0, unchanged = 0] = [least.get('cold'), least.get('unchanged')]
  return {...size, cold, unchanged, pandoc: least.get('pandoc'), stage: inProcess}
}

/** The style Offprint takes, for pandoc to take the same. */
async function styleOf(folder: string): Promise<string> {
  const manuscript = await load(machine({manuscript: folder, out: 'build', env: {}}), {}, () => undefined)
  if (manuscript?.csl === undefined) throw new Error(`Cannot find the citation style of ${folder}`)
  return manuscript.csl.xml
}
