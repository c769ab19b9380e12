import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {build} from '../../src/build.ts'
import {machine} from '../../src/world/node.ts'
import type {Manuscript} from '../../test/corpus/list.ts'
import {corpus, only} from '../../test/corpus/list.ts'
import {article} from '../article.ts'
import {isAccepted, unmet} from './accepted.ts'
import {measureFile} from './file.ts'
import type {Measure} from './measure.ts'

/** Of each dialect some, in English and Russian, with and without notes, tables and formulas. */
const others: ReadonlyArray<string> = [
  'joss/DLR-AMR__t8code/paper.md',
  'joss/JuliaManifolds__Manopt.jl/paper.md',
  'joss/SMPyBandits__SMPyBandits/longpaper.md',
  'manubot/dhimmel__rephetio-manuscript/',
  'manubot/greenelab__meta-review/',
  'quarto-myst/jupyter-book__mystmd/docs/math.md',
  'quarto-myst/lierdakil__pandoc-crossref/docs/demo/demo.md',
  'quarto-myst/quarto-journals__acm/template.qmd',
  'quarto-myst/quarto-journals__plos/template.qmd',
  'uz-ru/ru-avbogdanyuk__os-intro/part-1/report.md'
]

interface Named extends Manuscript {
  readonly name: string
}

/** What the table shows of each document, beside what it misses. */
const shown = ['T1', 'T3'] as const

/**
 * Builds the paper, the sample of every construct, a typical article and, where they are at hand, ten manuscripts of others in each
 * template, and prints a table. Tells whether all is as it is wanted, or has its reason in `accepted.yaml`.
 */
export async function measureCorpus(templates: ReadonlyArray<string>): Promise<boolean> {
  const work = await mkdtemp(join(tmpdir(), 'offprint-measure-'))
  const documents = [...(await own(work)), ...corpusManuscripts()]
  let missed = 0
  try {
    for (const template of templates) {
      for (const document of documents) missed += await row(document, template, work)
    }
  } finally {
    await rm(work, {recursive: true, force: true})
  }
  const stale = existsSync(corpus) ? unmet(templates) : []
  for (const line of stale) console.log(`accepted.yaml: ${line}`)
  console.log(
    `${documents.length} documents in ${templates.length} templates, ${missed} measures missed without a reason`
  )
  return missed + stale.length === 0
}

async function own(work: string): Promise<ReadonlyArray<Named>> {
  const typical = join(work, 'typical')
  for (const {path, bytes} of article()) {
    await mkdir(dirname(join(typical, path)), {recursive: true})
    await writeFile(join(typical, path), bytes)
  }
  return [
    {name: 'the paper', folder: 'manuscript'},
    {name: 'every construct', folder: 'test/fixtures/every-construct'},
    {name: 'a typical article', folder: typical}
  ]
}

function corpusManuscripts(): ReadonlyArray<Named> {
  if (!existsSync(corpus)) {
    console.log(`SKIPPED ten manuscripts of others, for there is no ${corpus}`)
    return []
  }
  return others.map((name) =>
    name.endsWith('/')
      ? {name, folder: join(corpus, name)}
      : {name, folder: join(corpus, dirname(name)), text: name.slice(dirname(name).length + 1)}
  )
}

/** Build and measure one; how much of it is not as it should be, without a reason. */
async function row({name, folder, text}: Named, template: string, work: string): Promise<number> {
  const world = machine({manuscript: folder, out: join(work, 'out'), env: process.env})
  try {
    const {output} = await build({...world, manuscript: only(world.manuscript, text)}, {to: ['pdf', 'html'], template})
    const made = [...output].map(([path, bytes]) => ({path: join(work, path.replace(/^.*\./, 'document.')), bytes}))
    for (const {path, bytes} of made) await writeFile(path, bytes)
    const {pages, all} = await measureFile(join(work, 'document.pdf'), {words: join(work, 'document.html')})
    const missed = all.filter(({holds}) => holds === false)
    const unlisted = missed.filter(({id, what}) => !isAccepted({name, template, id, what}))
    print([
      template,
      name,
      String(pages),
      ...shown.map((id) => said(all, id)),
      String(missed.length),
      String(unlisted.length)
    ])
    for (const {id, what, value, wanted} of unlisted) console.log(`    ${id} ${what}: ${value} (wanted: ${wanted})`)
    return unlisted.length
  } finally {
    await world.close()
  }
}

function said(all: ReadonlyArray<Measure>, id: string): string {
  return /^[\d.]+(?: %)?/.exec(all.find((each) => each.id === id)?.value ?? '')?.[0] ?? '–'
}

const widths = [15, 60, 6, 6, 8, 7, 9]

/** A row of the table. */
function print(cells: ReadonlyArray<string>): void {
  console.log(
    cells.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('')
  )
}

/** The first row of the table. */
export function printHead(): void {
  print(['template', 'document', 'pages', 'T1', 'loose', 'missed', 'unlisted'])
}
