import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import {nearest} from '../util/nearest.ts'
import {header, named} from './header.ts'
import {findNamed} from './named-files.ts'
import {extension, folderOf, nameOf} from './paths.ts'
import {textSource} from './text.ts'

/** The text of a manuscript, in reading order, and YAML files that say more about it than its front matter. */
export interface TextFiles {
  readonly text: ReadonlyArray<TextSource>
  readonly metadata: ReadonlyArray<TextSource>
}

const markdown: ReadonlySet<string> = new Set(['markdown', 'md', 'qmd', 'rmd'])
/** Read as the manuscript where there are several, in this order. */
const mainNames = ['paper', 'manuscript', 'article', 'main', 'index']
/** Files about the project, not of the article; Quarto's parts, to be included, begin with `_`. */
const notArticles =
  /^(?:_|(?:readme|changelog|changes|history|news|licen[cs]e|copying|contributing|contributors|code[_-]of[_-]conduct|authors|security|support|todo|notice|citation)\b)/i

/**
 * Find and read the text: the file that is asked for; else those that `offprint.yaml` lists as `content`; else `paper.md`,
 * or the only Markdown file; one file with those that its front matter lists as `input`; else Manubot's
 * `content/01.abstract.md`, `content/02.…` in their order.
 * What MyST's `myst.yml` and the files it extends say of the project is read too.
 */
export async function textFiles(
  folder: Folder,
  files: ReadonlyArray<string>,
  asked: string | undefined,
  report: Report
): Promise<TextFiles | undefined> {
  if (asked !== undefined && !files.includes(asked)) return refuseAsked(asked, folder, files, report)
  const project = await read(
    folder,
    files.find((path) => /^offprint\.ya?ml$/.test(path)),
    report
  )
  const isListed = asked === undefined && project !== undefined
  const listed = isListed ? await content(folder, files, project, report) : undefined
  const around = [...defined([project]), ...(await mystFiles(folder, files, report))]
  if (listed !== undefined) return {text: listed, metadata: around}
  const numbered = numberedFiles(files)
  const main = asked ?? mainFile(files)
  if (main === undefined && numbered.length > 0) {
    const beside = folderOf(numbered[0] ?? '')
    const metadata = await read(
      folder,
      files.find((path) => path === join(beside, 'metadata.yaml')),
      report
    )
    const all = await readAll(folder, numbered, report)
    const text = all.length > 1 ? all.filter((source) => !isHeader(source, report)) : all
    return {text, metadata: [...around, ...defined([metadata])]}
  }
  if (main === undefined) return refuse(folder, files, report)
  const first = await read(folder, main, report)
  if (first === undefined) return refuse(folder, files, report)
  const rest = (await content(folder, files, first, report)) ?? []
  return {text: [first, ...rest.filter(({path}) => path !== main)], metadata: around}
}

/** The files that a source lists under `content` or `input`; `undefined` if it lists none. */
async function content(
  folder: Folder,
  files: ReadonlyArray<string>,
  source: TextSource,
  report: Report
): Promise<ReadonlyArray<TextSource> | undefined> {
  const headers = defined([header(source)])
  const names = named(headers, ['content', 'input'])
  if (names === undefined) return undefined
  const candidates = files.filter((path) => markdown.has(extension(path)))
  const found = findNamed(names, {from: source.path, files, candidates, what: 'text', id: 'text-found'}, report)
  return found.length === 0 ? undefined : readAll(folder, found, report)
}

async function mystFiles(
  folder: Folder,
  files: ReadonlyArray<string>,
  report: Report
): Promise<ReadonlyArray<TextSource>> {
  const source = await read(
    folder,
    files.find((path) => path === 'myst.yml'),
    report
  )
  if (source === undefined) return []
  const names = named(defined([header(source)]), ['extends', 'extend']) ?? []
  const candidates = files.filter((path) => /\.ya?ml$/.test(path))
  const search = {from: source.path, files, candidates, what: 'file', id: 'text-found'}
  return [source, ...(await readAll(folder, findNamed(names, search, report), report))]
}

/** Manubot's `00.front-matter.md` is a template for what `metadata.yaml` says of the authors: ours says it. */
function isHeader({path, text}: TextSource, report: Report): boolean {
  const is = /^0+\.front-matter\.md$/.test(nameOf(path)) && /\{%-?\s*for\b/.test(text)
  if (is) {
    const reason = `Left out \`${path}\`, for it is a template of Manubot's`
    const note = 'What `metadata.yaml` says is in its place; what else it says belongs into another file.'
    report({id: 'text-found', severity: 'info', reason, place: {file: path, start: {line: 1, column: 1}}, note})
  }
  return is
}

function numberedFiles(files: ReadonlyArray<string>): ReadonlyArray<string> {
  const pattern = /^(?:content\/)?\d+[.-][^/]*\.md$/
  const numbered = files.filter((path) => pattern.test(path))
  const beside = folderOf(numbered[0] ?? '')
  return numbered.filter((path) => folderOf(path) === beside).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

/** `undefined` if there is none, or no telling which. */
function mainFile(files: ReadonlyArray<string>): string | undefined {
  const candidates = articles(files)
  for (const name of mainNames) {
    const found = candidates.find((path) => stem(path) === name)
    if (found !== undefined) return found
  }
  return candidates.length === 1 ? candidates[0] : undefined
}

/** Markdown at the top of the folder that may be the article. */
function articles(files: ReadonlyArray<string>): ReadonlyArray<string> {
  return files.filter((path) => !path.includes('/') && markdown.has(extension(path)) && !notArticles.test(path))
}

function stem(path: string): string {
  return path.replace(/\.[^.]*$/, '').toLowerCase()
}

function refuseAsked(asked: string, folder: Folder, files: ReadonlyArray<string>, report: Report): undefined {
  const expected = nearest(asked, articles(files))
  const reason = `Cannot find \`${asked}\` in \`${folder.name}\``
  const note = 'Name a Markdown file that is there, or the folder that holds the manuscript.'
  report({id: 'manuscript-found', severity: 'error', reason, expected, note})
  return undefined
}

function refuse(folder: Folder, files: ReadonlyArray<string>, report: Report): undefined {
  const several = articles(files)
  const id = 'manuscript-found'
  if (several.length > 0) {
    const reason = `Cannot tell which of ${several.length} Markdown files in \`${folder.name}\` is the manuscript`
    const note = 'Name the file itself, call it `paper.md`, or list the files as `content:` in an `offprint.yaml`.'
    report({id, severity: 'error', reason, expected: several.slice(0, 5), note})
    return undefined
  }
  const deeper = files.filter((path) => /(?:^|\/)paper\.(?:md|markdown|qmd)$/i.test(path))
  const note =
    deeper.length > 0
      ? `Name its folder instead: \`${folder.name}/${folderOf(deeper[0] ?? '')}\`.`
      : 'Write the article into `paper.md`; README and the like are not taken for it.'
  const reason = `Cannot find a manuscript in \`${folder.name}\`, expected \`paper.md\``
  report({id, severity: 'error', reason, expected: deeper.slice(0, 5), note})
  return undefined
}

async function readAll(
  folder: Folder,
  paths: ReadonlyArray<string>,
  report: Report
): Promise<ReadonlyArray<TextSource>> {
  return defined(await Promise.all(paths.map((path) => read(folder, path, report))))
}

async function read(folder: Folder, path: string | undefined, report: Report): Promise<TextSource | undefined> {
  const bytes = path === undefined ? undefined : await folder.read(path)
  return path === undefined || bytes === undefined ? undefined : textSource(path, bytes, report)
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

function defined<T>(values: ReadonlyArray<T | undefined>): ReadonlyArray<T> {
  return values.filter((value) => value !== undefined)
}
