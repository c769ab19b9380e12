/**
 * Builds every manuscript of the corpus to HTML and prints a table: what was found, how long it took, and the words
 * that pandoc prints as text and we do not, in its order. Fails at a crash, at more than ten seconds, and where
 * `differences.yaml` and what is lost differ. `npm run corpus -- joss` takes one collection, `-v` names the words;
 * `--to all` builds every format and runs its validators (`every-format.ts`).
 */
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {build} from '../../src/build.ts'
import {machine} from '../../src/world/node.ts'
import {differenceOf, differences} from './differences.ts'
import type {Manuscript} from './list.ts'
import {collections, corpus, manuscripts, nameOf, only} from './list.ts'
import {lostRuns} from './lost.ts'
import {ourWords} from './our-words.ts'
import {pandocWords} from './pandoc-words.ts'
import {wordsOf} from './words.ts'

const slowest = 10_000
const list = differences()
const met = new Map<(typeof list)[number], number>()

interface Row {
  readonly name: string
  readonly counts: ReadonlyArray<number>
  readonly words: number
  /** Runs of words that the list has no reason for. */
  readonly lost: ReadonlyArray<string>
  readonly seconds: number
  readonly crash?: string
  /** pandoc cannot read the manuscript. */
  readonly uncompared?: boolean
}

async function rowOf(manuscript: Manuscript): Promise<Row> {
  const {folder, text} = manuscript
  const name = nameOf(manuscript)
  const world = machine({manuscript: folder, out: 'build', env: {}})
  const start = performance.now()
  try {
    const {article, problems} = await build({...world, manuscript: only(world.manuscript, text)}, {to: ['html']})
    const seconds = (performance.now() - start) / 1000
    const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length
    const theirs = pandocWords(text === undefined ? contentOf(folder) : [join(folder, text)])
    const ours = article === undefined ? [] : ourWords(article)
    const runs = lostRuns(theirs ?? [], ours)
    const lost = runs.filter((run) => !isListed(name, run))
    const counts = [count('error'), count('warning'), theirs?.length ?? 0, ours.length, sizeOf(runs), sizeOf(lost)]
    return {name, counts, words: theirs?.length ?? 0, lost, seconds, uncompared: theirs === undefined}
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return {name, counts: [], words: 0, lost: [], seconds: 0, crash}
  } finally {
    await world.close()
  }
}

/** Without the header, which is a template of Manubot's for what the metadata says: the build says that it is left out. */
function contentOf(folder: string): ReadonlyArray<string> {
  const names = readdirSync(join(folder, 'content')).filter((name) => /^\d+\.(?!front-matter).*\.md$/.test(name))
  return names.sort().map((name) => join(folder, 'content', name))
}

function isListed(name: string, run: string): boolean {
  const difference = differenceOf(list, name, run)
  if (difference !== undefined) met.set(difference, (met.get(difference) ?? 0) + wordsOf(run).length)
  return difference !== undefined
}

function sizeOf(runs: ReadonlyArray<string>): number {
  return runs.reduce((sum, run) => sum + wordsOf(run).length, 0)
}

function print({name, counts, lost, seconds, crash, uncompared}: Row, names: boolean): void {
  const cells = [...counts, seconds.toFixed(2)]
  console.log(`${name.slice(-78).padEnd(78)} ${cells.map((cell) => String(cell).padStart(8)).join('')}`)
  if (crash !== undefined) console.log(`  CRASH ${crash}`)
  if (uncompared === true) console.log('  not compared, for pandoc cannot read it')
  if (names) for (const run of lost) console.log(`  ${run}`)
}

/** What of the list is not as it says; all of it must have been built. */
function stale(): ReadonlyArray<string> {
  return list.flatMap((difference) => {
    const words = met.get(difference) ?? 0
    const {files, reason} = difference
    return words === difference.words ? [] : [`${files}: ${words} words, not ${difference.words}: ${reason}`]
  })
}

async function run(given: ReadonlyArray<string>): Promise<void> {
  const chosen = given.filter((argument) => !argument.startsWith('-'))
  const columns = ['errors', 'warns', 'words', 'ours', 'missing', 'unlisted', 'seconds']
  console.log(`${'manuscript'.padEnd(78)} ${columns.map((column) => column.padStart(8)).join('')}`)
  const rows: Array<Row> = []
  for (const manuscript of (chosen.length > 0 ? chosen : collections).flatMap(manuscripts)) {
    const row = await rowOf(manuscript)
    print(row, given.includes('-v'))
    rows.push(row)
  }
  const crashes = rows.filter(({crash}) => crash !== undefined).length
  const slow = rows.filter(({seconds}) => seconds * 1000 > slowest).length
  const lost = sizeOf(rows.flatMap((row) => row.lost))
  const words = rows.reduce((sum, row) => sum + row.words, 0)
  const wrong = chosen.length > 0 ? [] : stale()
  for (const line of wrong) console.log(`differences.yaml: ${line}`)
  const apart = `${rows.filter(({uncompared}) => uncompared === true).length} not read by pandoc`
  console.log(`${rows.length} manuscripts, ${crashes} crashes, ${slow} over 10 s, ${apart}`)
  console.log(`${lost} of ${words} words missing that are not on the list`)
  process.exitCode = crashes + slow + lost + wrong.length > 0 ? 1 : 0
}

const given = process.argv.slice(2)
if (!existsSync(corpus)) console.log(`corpus: skipped, for there is no ${corpus}`)
else if (given.includes('--to')) await (await import('./every-format.ts')).everyFormat(given)
else await run(given)
