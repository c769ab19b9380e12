import type {PhrasingContent, Root} from 'mdast'
import type {TextSource} from '../../model/manuscript.ts'
import type {Report} from '../../model/problem.ts'
import {frontMatter} from '../../util/front-matter.ts'
import {walk} from '../../util/walk.ts'
import {dialect} from './dialect/index.ts'
import type {Values} from './dialect/placeholders.ts'
import {noValues} from './dialect/placeholders.ts'
import type {Shift} from './places.ts'
import {moved, setPlaces} from './places.ts'
import type {Names, RawText} from './processor.ts'
import {rawText} from './processor.ts'
import {tex} from './tex/index.ts'
import type {TheoremName} from './tex/theorem-names.ts'
import {transformed} from './transform/index.ts'

export type {Values} from './dialect/placeholders.ts'
export {definitionsIn, macrosOf} from './tex/definitions.ts'
export type {TheoremName} from './tex/theorem-names.ts'
export {theoremNamesIn} from './tex/theorem-names.ts'
export {toMarkdown} from './to-markdown.ts'

/** Where a piece of Markdown stands in a file. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Columns before each further line. */
  readonly indent?: number | undefined
}

/** What the front matter says for the text. */
export interface Known {
  /** Kinds of theorems that it defines. */
  readonly theorems?: ReadonlyArray<TheoremName>
  /** What placeholders stand for. */
  readonly values?: Values
}

/**
 * Read text files as one article, front matter left out; link definitions and notes of one file hold in all.
 * Every node that stands in a file says which one. Reports what raw HTML, addresses and fences cannot be taken.
 */
export function markdownFiles(
  sources: ReadonlyArray<TextSource>,
  report: Report,
  {theorems = [], values = noValues}: Known = {}
): Root {
  const bodies = sources.map(bodyOf)
  const first = bodies.map(({body}) => rawText(body, none))
  const inside = namesInDirectives(first.map(({root}) => root))
  const known = together([...first.map(({names}) => names), inside])
  const shared = (sources.length > 1 ? sizeOf(known) : sizeOf(inside)) > 0
  const texts = shared ? bodies.map(({body}) => rawText(body, known)) : first
  const children = texts.flatMap((raw, index) => {
    const {path = '', line = 0, offset = 0} = bodies[index] ?? {}
    return placed(raw, {file: path, line: line + 1, column: 1, offset}, report).children
  })
  return transformed({type: 'root', children}, report, inline, {theorems, values})
}

/** Without front matter; lines and characters are those above. */
function bodyOf({path, text, above}: TextSource): {path: string; body: string; line: number; offset: number} {
  if (above !== undefined) return {path, body: text, ...above}
  const {body, bodyLine} = frontMatter(text)
  return {path, body, line: bodyLine, offset: text.length - body.length}
}

/** Read one text file; see `markdownFiles`. */
export function markdown(source: TextSource, report: Report): Root {
  return markdownFiles([source], report)
}

/** Read Markdown that stands inside another file, such as a title in the front matter. */
export function fragment(text: string, origin: Origin, report: Report): Root {
  const root = placed(rawText(text, none), origin, report)
  // Notes of the abstract and of the body come together.
  return transformed(root, report, inline, {noteNames: `inline-${origin.line}-${origin.column}`})
}

function together(all: ReadonlyArray<Names>): Names {
  return {definitions: all.flatMap(({definitions}) => definitions), notes: all.flatMap(({notes}) => notes)}
}

function sizeOf({definitions, notes}: Names): number {
  return definitions.length + notes.length
}

/** Directives in directives: what is deeper is code. */
const deepest = 12

/** What is defined in directives holds outside of them too. */
function namesInDirectives(roots: ReadonlyArray<Root>, depth = 1): Names {
  const codes = [...walk(roots)].filter((node) => node.type === 'code')
  const texts = codes.filter(({lang, value}) => lang?.startsWith('{') === true && value.includes(']:'))
  if (texts.length === 0 || depth > deepest) return none
  const inside = texts.map(({value}) => rawText(value, none))
  const deeper = namesInDirectives(
    inside.map(({root}) => root),
    depth + 1
  )
  return together([...inside.map(({names}) => names), deeper])
}

const none: Names = {definitions: [], notes: []}

function placed({root, names, tooDeep}: RawText, shift: Shift, report: Report, depth = 0): Root {
  setPlaces(root, shift)
  const read = (text: string, within: Shift) => placed(rawText(text, names), within, report, depth + 1)
  tex(root, report, depth < deepest ? read : undefined)
  dialect(root, report, depth < deepest ? read : undefined)
  if (tooDeep !== undefined) {
    const start = moved(tooDeep, shift)
    const reason = 'Cannot read lists or quotations nested this deep'
    const note = 'What is nested deeper is read as text.'
    report({id: 'nesting-read', severity: 'error', reason, place: {file: shift.file, start}, note})
  }
  return root
}

/** A line of Markdown that an attribute holds; it stands nowhere by itself. */
function inline(text: string): ReadonlyArray<PhrasingContent> {
  const root = fragment(text, {file: '', line: 1, column: 1}, () => undefined)
  for (const node of walk(root)) delete node.position
  const [first] = root.children
  return first?.type === 'paragraph' ? first.children : [{type: 'text', value: text}]
}
