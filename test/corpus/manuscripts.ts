/**
 * Builds every manuscript of the corpus to HTML and prints a table: what was found, how long it took, and the words
 * that pandoc prints as text and we do not. `npm run corpus -- joss` takes one collection, `-v` names the words.
 */
import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {build} from '../../src/build.ts'
import type {Article} from '../../src/model/article.ts'
import type {Folder} from '../../src/model/world.ts'
import {walk} from '../../src/util/walk.ts'
import {machine} from '../../src/world/node.ts'

const corpus = '../shared/corpus'
const collections = ['joss', 'manubot', 'quarto-myst', 'uz-ru']
const slowest = 10_000

interface Manuscript {
  readonly folder: string
  /** Of the folder, the one text to read; all of them if absent. */
  readonly text?: string
}

interface Row {
  readonly name: string
  readonly errors: number
  readonly warnings: number
  readonly wordsIn: number
  readonly wordsOut: number
  readonly missing: ReadonlyArray<string>
  readonly seconds: number
  readonly crash?: string
}

const isText = (path: string) => /\.(?:md|qmd)$/.test(path) && !/MANIFEST|README|LICENSE|expect\.md$/.test(path)

/** Folders with one text are manuscripts; of others each text is one, but Manubot's `content` belongs together. */
function manuscripts(collection: string): ReadonlyArray<Manuscript> {
  const root = join(corpus, collection)
  const paths = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(isText).sort()
  const folders = grouped(paths, (path) => path.split('/').slice(0, -1).join('/'))
  return [...folders].flatMap(([folder, texts]): ReadonlyArray<Manuscript> => {
    if (folder.endsWith('/output') || folder === '') return []
    if (folder.endsWith('/content')) return [{folder: join(root, folder.slice(0, -'/content'.length))}]
    if (folder.includes('/content/')) return []
    return texts.map((text) => ({folder: join(root, folder), text: text.slice(folder.length + 1)}))
  })
}

/** The folder as if it held one text. */
function only(folder: Folder, text: string | undefined): Folder {
  if (text === undefined) return folder
  return {
    ...folder,
    list: async () => (await folder.list())?.filter((path) => path === text || !/\.(?:md|qmd)$/.test(path))
  }
}

/** Words of running text: what stands in citations, references, formulas and code is compared elsewhere. */
function ourWords({body, notes}: Article): ReadonlyArray<string> {
  const parts: Array<string> = []
  const skipped: ReadonlySet<string> = new Set(['bibliography', 'citation', 'crossReference'])
  for (const tree of [body, ...notes.map(({children}) => ({type: 'root' as const, children: [...children]}))]) {
    for (const node of walk(tree)) {
      if (skipped.has(node.type) && 'children' in node) node.children.length = 0
      if (node.type === 'text') parts.push(node.value)
      else if (node.type !== 'emphasis' && node.type !== 'strong') parts.push(' ')
    }
  }
  return bag(parts.join(''))
}

function bag(text: string): ReadonlyArray<string> {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

const compared: ReadonlySet<string> = new Set(['Cite', 'Code', 'CodeBlock', 'Math', 'RawBlock', 'RawInline'])
const spaces: ReadonlySet<string> = new Set(['LineBreak', 'SoftBreak', 'Space'])
const blocks: ReadonlySet<string> = new Set(['Header', 'Note', 'Para', 'Plain'])

interface PandocNode {
  readonly t?: string
  readonly c?: unknown
}

/** What to read in place of a node of pandoc's; strings elsewhere, such as addresses and attributes, are no text. */
function contentOfNode({t = '', c}: PandocNode): ReadonlyArray<unknown> {
  if (compared.has(t)) return []
  return blocks.has(t) ? [c, {t: 'Space'}] : [c]
}

/** The same of pandoc's tree. */
function pandocWords(paths: ReadonlyArray<string>): ReadonlyArray<string> {
  const json = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json', ...paths], {maxBuffer: 1e9}).toString()
  const parts: Array<string> = []
  const open: Array<unknown> = [(JSON.parse(json) as {blocks: unknown}).blocks]
  while (open.length > 0) {
    const value = open.pop()
    if (Array.isArray(value)) open.push(...value.toReversed())
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const node: PandocNode = value
    if (node.t === 'Str') parts.push(String(node.c))
    else if (spaces.has(node.t ?? '')) parts.push(' ')
    else open.push(...contentOfNode(node).toReversed())
  }
  return bag(parts.join(''))
}

function without(words: ReadonlyArray<string>, taken: ReadonlyArray<string>): ReadonlyArray<string> {
  const counts = new Map<string, number>()
  for (const word of taken) counts.set(word, (counts.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count <= 0
  })
}

async function rowOf({folder, text}: Manuscript): Promise<Row> {
  const name = join(folder, text ?? '').slice(corpus.length + 1)
  const world = machine({manuscript: folder, out: 'build', env: {}})
  const start = performance.now()
  try {
    const {article, problems} = await build({...world, manuscript: only(world.manuscript, text)}, {to: ['html']})
    const seconds = (performance.now() - start) / 1000
    const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length
    const texts = text === undefined ? contentOf(folder) : [join(folder, text)]
    const theirs = pandocWords(texts)
    const ours = article === undefined ? [] : ourWords(article)
    const missing = without(theirs, ours)
    const counts = {errors: count('error'), warnings: count('warning'), wordsIn: theirs.length, wordsOut: ours.length}
    return {name, ...counts, missing, seconds}
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return {name, errors: 0, warnings: 0, wordsIn: 0, wordsOut: 0, missing: [], seconds: 0, crash}
  } finally {
    await world.close()
  }
}

function contentOf(folder: string): ReadonlyArray<string> {
  const names = readdirSync(join(folder, 'content'))
    .filter((name) => /^\d+.*\.md$/.test(name))
    .sort()
  return names.map((name) => join(folder, 'content', name))
}

function print({name, errors, warnings, wordsIn, wordsOut, missing, seconds, crash}: Row, names: boolean): void {
  const cells = [errors, warnings, wordsIn, wordsOut, missing.length, seconds.toFixed(2)]
  console.log(`${name.slice(0, 78).padEnd(78)} ${cells.map((cell) => String(cell).padStart(7)).join('')}`)
  if (crash !== undefined) console.log(`  CRASH ${crash}`)
  if (names && missing.length > 0) console.log(`  ${missing.slice(0, 60).join(' ')}`)
}

const [, , ...given] = process.argv
if (!existsSync(corpus)) {
  console.log(`corpus: skipped, for there is no ${corpus}`)
} else {
  const chosen = given.filter((argument) => !argument.startsWith('-'))
  const list = (chosen.length > 0 ? chosen : collections).flatMap(manuscripts)
  console.log(`${'manuscript'.padEnd(78)}  errors  warns  words   ours missing seconds`)
  const rows: Array<Row> = []
  for (const manuscript of list) {
    const row = await rowOf(manuscript)
    print(row, given.includes('-v'))
    rows.push(row)
  }
  const crashes = rows.filter(({crash}) => crash !== undefined).length
  const slow = rows.filter(({seconds}) => seconds * 1000 > slowest).length
  const lost = rows.reduce((sum, {missing}) => sum + missing.length, 0)
  const words = rows.reduce((sum, {wordsIn}) => sum + wordsIn, 0)
  console.log(`${rows.length} manuscripts, ${crashes} crashes, ${slow} over 10 s, ${lost} of ${words} words missing`)
  process.exitCode = crashes + slow > 0 ? 1 : 0
}

function grouped(paths: ReadonlyArray<string>, key: (path: string) => string): ReadonlyMap<string, Array<string>> {
  const groups = new Map<string, Array<string>>()
  for (const path of paths) groups.set(key(path), [...(groups.get(key(path)) ?? []), path])
  return groups
}
