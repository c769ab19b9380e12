import {join} from 'node:path'
import {build} from '../../src/build.ts'
import type {Folder} from '../../src/model/world.ts'
import {formats} from '../../src/render/index.ts'
import {machine} from '../../src/world/node.ts'
import {depositFaults} from '../support/xmllint.ts'
import {isListed, listed, stale} from './findings.ts'
import type {Manuscript} from './list.ts'
import {collections, manuscripts, nameOf, only} from './list.ts'
import {latex, validators} from './validators/index.ts'
import type {Validator} from './validators/validator.ts'

interface Row {
  readonly name: string
  /** The deposit, which is judged with all others: its schema takes long to read. */
  readonly deposit?: Uint8Array | undefined
  /** What each validator found that no entry of the list explains, and how much the list explains. */
  readonly cells: ReadonlyMap<string, {readonly unlisted: ReadonlyArray<string>; readonly listed: number}>
}

/** What a deposit needs and these manuscripts do not say; 10.5555 is Crossref’s prefix for examples. */
const depositing = JSON.stringify({
  doi: '10.5555/offprint.example',
  journal: {title: 'Journal of Examples', issn: '1234-5679', publisher: 'Example Press'},
  date: '2025-03-09',
  url: 'https://example.org/article',
  deposit: {depositor: 'Example Press', email: 'deposits@example.org'}
})

/**
 * `npm run corpus -- --to all`: builds manuscripts to every format, runs each validator that is at hand, and prints
 * a table. Fails at each finding that `findings.yaml` has no reason for.
 *
 * `joss` takes one collection, `--only <part of a name>` some, `--limit <n>` so many spread over all, `--from <name>`
 * goes on where a run was ended, `--jobs <n>` says how many at a time, `--latex` compiles too, `-v` prints findings.
 */
export async function everyFormat(given: ReadonlyArray<string>): Promise<void> {
  const option = (name: string) => (given.includes(name) ? given[given.indexOf(name) + 1] : undefined)
  const judges: Array<Validator> = []
  for (const judge of [...validators, ...(given.includes('--latex') ? [latex] : [])]) {
    const reason = await judge.absent()
    if (reason === undefined) judges.push(judge)
    else console.log(`SKIPPED ${judge.name}: ${reason}`)
  }
  console.log(`${'manuscript'.padEnd(70)}${judges.map(({name}) => name.padStart(10)).join('')}`)
  const rest = chosen(given, option)
  const whole = rest.length
  const rows: Array<Row> = []
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      const row = await rowOf(next, judges)
      rows.push(row)
      print(row, judges, given.includes('-v'))
    }
  }
  await Promise.all(Array.from({length: Number(option('--jobs') ?? 2)}, worker))
  const refused = await deposits(rows)
  for (const line of refused) console.log(`  crossref: ${line}`)
  const found = rows.flatMap(({cells}) => [...cells.values()])
  const unlisted = found.reduce((sum, cell) => sum + cell.unlisted.length, refused.length)
  const explained = found.reduce((sum, cell) => sum + cell.listed, 0)
  const isWhole = rows.length === collections.flatMap(manuscripts).length && judges.length > validators.length
  const needless = isWhole ? stale() : []
  for (const line of needless) console.log(`findings.yaml: ${line}`)
  console.log(`${rows.length} of ${whole} manuscripts, ${judges.length} validators, each in its cell`)
  console.log(`${unlisted} findings that are not on the list, ${explained} that are (${listed()} reasons)`)
  process.exitCode = unlisted + needless.length > 0 || rows.length === 0 ? 1 : 0
}

/** What Crossref’s schema finds that is not on the list, of all deposits at once. */
async function deposits(rows: ReadonlyArray<Row>): Promise<ReadonlyArray<string>> {
  const texts = rows.map((row) => new TextDecoder().decode(row.deposit))
  const faults = await depositFaults(texts)
  if (faults === undefined) console.log('SKIPPED crossref: needs xmllint and Crossref’s schema')
  else console.log(`${texts.length} deposits to Crossref, ${faults.length} findings`)
  return (faults ?? []).flatMap((fault) => {
    const {name = ''} = rows[Number(/deposit-(\d+)\.xml/.exec(fault)?.[1]) - 1] ?? {}
    return isListed(name, 'crossref', fault) ? [] : [`${name}: ${fault}`]
  })
}

function chosen(given: ReadonlyArray<string>, option: (name: string) => string | undefined): Array<Manuscript> {
  const named = collections.filter((name) => given.includes(name))
  const all = (named.length > 0 ? named : collections).flatMap(manuscripts)
  const [part = '', first] = [option('--only'), option('--from')]
  const from = first === undefined ? 0 : all.findIndex((each) => nameOf(each).includes(first))
  const fitting = all.slice(from).filter((each) => nameOf(each).includes(part))
  const step = Math.max(1, fitting.length / Number(option('--limit') ?? fitting.length))
  return fitting.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
}

async function rowOf(manuscript: Manuscript, judges: ReadonlyArray<Validator>): Promise<Row> {
  const name = nameOf(manuscript)
  const world = machine({manuscript: manuscript.folder, out: join('build', 'corpus'), env: {}})
  let deposit: Uint8Array | undefined
  const cells = new Map<string, {unlisted: ReadonlyArray<string>; listed: number}>()
  const tell = (judge: string, findings: ReadonlyArray<string>) => {
    const unlisted = findings.filter((finding) => !isListed(name, judge, finding))
    cells.set(judge, {unlisted, listed: findings.length - unlisted.length})
  }
  try {
    const folder = withDeposit(only(world.manuscript, manuscript.text))
    const built = await build({...world, manuscript: folder}, {to: formats.map((format) => format.name)})
    const {article, output, slug = ''} = built
    if (built.failure !== undefined) tell('build', [`build: ${built.failure.message}`])
    if (article === undefined) throw new Error('nothing was built')
    deposit = output.get(`${slug}.crossref.xml`)
    for (const judge of judges) {
      tell(judge.name, await judge.findings({article, output, slug}).catch((error: Error) => [`! ${error.message}`]))
    }
  } catch (error) {
    tell('build', [`! ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`])
  } finally {
    await world.close()
  }
  return {name, deposit, cells}
}

/** The folder with what a deposit needs, where its author has no such file. */
function withDeposit(folder: Folder): Folder {
  const name = 'offprint.yaml'
  return {
    ...folder,
    list: async () => [...new Set([...((await folder.list()) ?? []), name])].sort(),
    read: async (path) =>
      (await folder.read(path)) ?? (path === name ? new TextEncoder().encode(depositing) : undefined)
  }
}

function print({name, cells}: Row, judges: ReadonlyArray<Validator>, isVerbose: boolean): void {
  const cell = (judge: string) => {
    const found = cells.get(judge)
    if (found === undefined) return '–'
    const explained = found.listed > 0 ? ` (${found.listed})` : ''
    return `${found.unlisted.length === 0 ? 'ok' : found.unlisted.length}${explained}`
  }
  console.log(`${name.slice(-69).padEnd(70)}${judges.map((judge) => cell(judge.name).padStart(10)).join('')}`)
  for (const [judge, {unlisted}] of cells) {
    if (isVerbose || judge === 'build') for (const finding of unlisted) console.log(`  ${judge}: ${finding}`)
  }
}
