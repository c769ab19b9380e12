import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import {asMarkdown} from './latex-text.ts'
import {extension, readings} from './paths.ts'
import {textSource} from './text.ts'

/** Files in files in files; what is deeper stays as it is written, and is reported when it is read. */
const deepest = 10
/** All in all, so that files that include one another twice come to an end. */
const most = 1000

interface Search {
  readonly folder: Folder
  readonly files: ReadonlySet<string>
  readonly report: Report
  /** How many files have been included so far. */
  readonly count: {value: number}
}

/**
 * Texts with those that they include in their places: `{{< include part.qmd >}}` alone on a line
 * (https://quarto.org/docs/authoring/includes.html), MyST's `{include} part.md` and LaTeX's `\input{part}`, outside of code.
 * A name that leads to no file of the folder stays as it is written, and is reported when it is read.
 */
export async function withIncluded(
  texts: ReadonlyArray<TextSource>,
  folder: Folder,
  files: ReadonlyArray<string>,
  report: Report
): Promise<ReadonlyArray<TextSource>> {
  const search = {folder, files: new Set(files), report, count: {value: 0}}
  const all: Array<TextSource> = []
  for (const text of texts) all.push(...(await expanded(text, [], search)))
  return all
}

async function expanded(
  source: TextSource,
  around: ReadonlyArray<string>,
  search: Search
): Promise<ReadonlyArray<TextSource>> {
  const chain = [...around, source.path]
  const pieces: Array<TextSource> = []
  const lines = source.text.split('\n')
  let from = {line: 0, offset: 0}
  for (const {line, offset, size, length, name} of includes(lines)) {
    const path = pathOf(name, source.path, chain, search)
    const bytes = path === undefined ? undefined : await search.folder.read(path)
    if (path === undefined || bytes === undefined) continue
    search.count.value++
    pieces.push(piece(source, from, offset))
    pieces.push(...(await expanded(readable(textSource(path, bytes, search.report)), chain, search)))
    from = {line: line + size, offset: offset + length}
  }
  return pieces.length === 0 ? [source] : [...pieces, piece(source, from, source.text.length)]
}

function piece({path, text, bytes}: TextSource, from: {line: number; offset: number}, to: number): TextSource {
  const cut = text.slice(from.offset, to)
  return from.offset === 0 ? {path, text: cut, bytes} : {path, text: cut, bytes, above: from}
}

/** LaTeX is read as Markdown with LaTeX in it. */
function readable(source: TextSource): TextSource {
  return extension(source.path) === 'tex' ? {...source, text: asMarkdown(source.text)} : source
}

function pathOf(name: string, from: string, chain: ReadonlyArray<string>, {files, count}: Search): string | undefined {
  if (chain.length > deepest || count.value >= most) return undefined
  // From the root, for Quarto, is from the top of the project.
  const all = readings(name.replace(/^\//, ''), name.startsWith('/') ? '' : from)
  const path = all.flatMap((each) => [each, `${each}.tex`]).find((each) => files.has(each))
  return path === undefined || chain.includes(path) ? undefined : path
}

interface Include {
  readonly line: number
  readonly offset: number
  /** In lines, and in characters. */
  readonly size: number
  readonly length: number
  readonly name: string
}

function* includes(lines: ReadonlyArray<string>): Generator<Include, void> {
  let offset = 0
  let fence: string | undefined
  for (const [line, text] of lines.entries()) {
    const next = lines[line + 1]
    const found = fence === undefined ? nameOn(text, next) : undefined
    if (found !== undefined) {
      const length = text.length + 1 + (found.size === 2 ? (next?.length ?? 0) + 1 : 0)
      yield {line, offset, length, ...found}
    } else fence = fenceAfter(text, fence)
    offset += text.length + 1
  }
}

function nameOn(text: string, next: string | undefined): Pick<Include, 'name' | 'size'> | undefined {
  const shortcode = /^\{\{<\s*include\s+([^\s>]+)\s*>\}\}\s*$/.exec(text)?.[1]
  if (shortcode !== undefined) return {name: shortcode, size: 1}
  const input = /^\s{0,3}\\(?:input|include)\{\s*([^{}\s]+)\s*\}\s*$/.exec(text)?.[1]
  if (input !== undefined) return {name: input, size: 1}
  const [, marks = '', name] = /^(`{3,}|:{3,})\{include\}\s+(\S+)\s*$/.exec(text) ?? []
  return name !== undefined && next?.trimEnd() === marks ? {name, size: 2} : undefined
}

/** The fence of code that is open behind a line. */
function fenceAfter(text: string, open: string | undefined): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1]
  if (open === undefined) return mark
  return mark?.startsWith(open) === true && text.trim() === mark ? undefined : open
}
