import type {Root} from 'mdast'
import type {Extension as TreeExtension} from 'mdast-util-from-markdown'
import type {Construct, Extension, ParseContext} from 'micromark-util-types'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Point} from '../../model/place.ts'
import {dialectsFromMarkdown} from './dialect/from-markdown.ts'
import {dialects} from './dialect/syntax.ts'
import {bareAddresses} from './syntax/bare-addresses.ts'
import {bounded} from './syntax/bounded.ts'
import {scholarly} from './syntax/index.ts'
import {ruled} from './syntax/ruled.ts'
import {texFromMarkdown} from './tex/raw.ts'
import {tex} from './tex/syntax.ts'
import {readCells} from './tree/cells.ts'
import {scholarlyFromMarkdown} from './tree/from-markdown.ts'
import {pipeWidths} from './tree/pipe-widths.ts'
import type {UnreadCell} from './tree/tables.ts'
import {tablesFromMarkdown} from './tree/tables.ts'

/** Names that one text defines and another may use. */
export interface Names {
  readonly definitions: ReadonlyArray<string>
  readonly notes: ReadonlyArray<string>
}

/** A text as mdast with our raw nodes in it, and the names it defines. */
export interface RawText {
  readonly root: Root
  readonly names: Names
  /** Where lists or quotations are first nested deeper than is read. */
  readonly tooDeep: Point | undefined
}

/** Read one text; `known` are names defined in other texts. */
export function rawText(text: string, known: Names): RawText {
  return read(text, known, {level: 0, inline: false})
}

interface Setting {
  /** How many tables the text stands in. */
  readonly level: number
  /** It is one line of text, whatever it begins with. */
  readonly inline: boolean
}

function read(text: string, known: Names, {level, inline}: Setting): RawText {
  let context: NamedContext | undefined
  let tooDeep: Point | undefined
  const unread: Array<UnreadCell> = []
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, {singleTilde: false})
    .use(function ours() {
      const data = this.data()
      const see = (found: NamedContext) => {
        context = found
      }
      const tell = (point: Point) => {
        tooDeep ??= point
      }
      const off = {disable: {null: [...(inline ? flow : []), ...(level < deepest ? [] : tables)]}}
      const guarded = [...(data.micromarkExtensions ?? []), scholarly].map(ruled(text)).map(bareAddresses(text))
      data.micromarkExtensions = [...guarded, dialects, tex, naming(known, see), bounded(tell), off]
      const ours = [
        scholarlyFromMarkdown(),
        tablesFromMarkdown(unread),
        pipeWidths(),
        dialectsFromMarkdown(),
        texFromMarkdown()
      ]
      data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...ours].flatMap(tokensOnly)
    })
  const root = processor.parse(text)
  const names: Names = {definitions: context?.defined ?? [], notes: context?.gfmFootnotes ?? []}
  readCells(unread, (cell, blocks) => read(cell, names, {level: level + 1, inline: !blocks}).root)
  return {root, names, tooDeep}
}

/** Tables in tables in tables: what is deeper is text. */
const deepest = 3
const tables: ReadonlyArray<string> = ['dashTable', 'gridTable']
/** Whatever is no line of text. */
const flow: ReadonlyArray<string> = [
  ...tables,
  ...[
    'abbreviation',
    'blockBreak',
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'colonFence',
    'comment',
    'definition',
    'definitionDescription',
    'divFence',
    'formulaBlock',
    'gfmFootnoteDefinition'
  ],
  ...[
    'headingAtx',
    'htmlFlow',
    'list',
    'metadataBlock',
    'setextUnderline',
    'table',
    'target',
    'texEnvironment',
    'thematicBreak'
  ]
]

interface NamedContext extends ParseContext {
  gfmFootnotes?: Array<string>
}

/** Tell the parser what other texts define, and see what this one does: the first thing done in a text. */
function naming(known: Names, see: (context: NamedContext) => void): Extension {
  let seen = false
  const construct: Construct = {
    name: 'naming',
    tokenize(_effects, _ok, nok) {
      if (!seen) {
        const parser: NamedContext = this.parser
        parser.defined.push(...known.definitions)
        parser.gfmFootnotes = [...(parser.gfmFootnotes ?? []), ...known.notes]
        see(parser)
      }
      seen = true
      return nok
    }
  }
  return {document: {null: [construct]}}
}

/** Addresses are found by their tokens alone: a second search over the text would find them behind `\@` too. */
function tokensOnly(extension: TreeExtension | ReadonlyArray<TreeExtension>): ReadonlyArray<TreeExtension> {
  if (isList(extension)) return extension.flatMap(tokensOnly)
  if (extension.enter?.['literalAutolink'] === undefined) return [extension]
  const {transforms: _, ...rest} = extension
  return [rest]
}

function isList(extension: TreeExtension | ReadonlyArray<TreeExtension>): extension is ReadonlyArray<TreeExtension> {
  return Array.isArray(extension)
}
