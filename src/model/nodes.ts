import type {
  Node as AnyNode,
  BlockContent,
  DefinitionContent,
  Nodes as Mdast,
  Parent,
  PhrasingContent,
  RootContent
} from 'mdast'
import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {Data} from 'unist'
import type {EquationData} from './equation.ts'
import type {SectionRole} from './section-role.ts'
import type {AdmonitionKind, TheoremKind} from './statement-kind.ts'

/** How an item of a citation was written; `enrich` decides what the reader sees. */
export interface CitationItem {
  readonly key: string
  /** Where the key alone stands, for messages. */
  readonly position?: AnyNode['position']
  /** From prefix to suffix. */
  readonly extent?: AnyNode['position']
  readonly prefix: ReadonlyArray<PhrasingContent>
  readonly suffix: ReadonlyArray<PhrasingContent>
  readonly locator?: string | undefined
  /** A CSL locator label: `page`, `chapter`, `section` … */
  readonly label?: string | undefined
  /** `-@key`: the year without the names. */
  readonly suppressAuthor: boolean
  /** No semicolon parts it from the one before: `[@a, @b]`. */
  readonly isJoined?: boolean
}

/** `[see @knuth84, pp. 3–5]` (parenthetical), or `@knuth84 [p. 3]` in running text (narrative). */
export interface Citation extends Parent {
  type: 'citation'
  mode: 'narrative' | 'parenthetical'
  items: ReadonlyArray<CitationItem>
  /** Of a narrative citation, who wrote the work and nothing else: LaTeX's `\\citeauthor`. */
  namesOnly?: boolean
  /** What the reader sees, with links to entries; empty until `enrich` fills it. */
  children: Array<PhrasingContent>
  /** Document-wide order, from 1; the anchor of the way back from the entry. Set by `enrich`. */
  number?: number
}

/** `@fig:map`, `[-@fig:map]`: a pointer to something with a number. */
export interface CrossReference extends Parent {
  type: 'crossReference'
  /** The labels pointed at; more than one in `[@fig:a; @fig:b]`. */
  targets: ReadonlyArray<{readonly label: string; readonly position?: AnyNode['position']}>
  /** `-@fig:map`, the number without the word. */
  bare: boolean
  /** Begins a sentence in capitals: `@Fig:map`. */
  capitalised: boolean
  /** The numbers of equations have no parentheses: LaTeX's `\\ref`. */
  unbracketed?: boolean
  /** What the reader sees, with links; empty until `enrich` fills it. */
  children: Array<PhrasingContent>
}

/** What counts on its own: “Figure 2”, “Table 1”, “Listing 3”. */
export type FloatKind = 'figure' | 'listing' | 'table'

/** A captioned float: its content first, then its caption if it has one. */
export interface Figure extends Parent {
  type: 'figure'
  kind: FloatKind
  /** The author's label, such as `fig:map`. */
  label?: string
  /** “2”, “2a” for a part of figure 2, “S1”; without a number it is not counted (`.unnumbered`). Set by `enrich`. */
  number?: string
  /** “a” for a part of a figure, which prints “(a)” before its caption. Set by `enrich`. */
  part?: string
  /** How much of the line a part of a figure takes, from 0 to 1, where it stands beside others. */
  share?: number
  /** Unique in the article: the label, unless another thing claimed it before. Set by `enrich` where there is a label. */
  identifier?: string
  children: Array<BlockContent | Caption | DefinitionContent>
}

/** What stands below a figure or above a table, without “Figure 2”, which formats add. */
export interface Caption extends Parent {
  type: 'caption'
  children: Array<PhrasingContent>
}

/** A section and all below it; made by `enrich` from the headings, the heading first. */
export interface Section extends Parent {
  type: 'section'
  depth: 1 | 2 | 3 | 4 | 5 | 6
  /** Unique in the article: the author's label, or a slug of the heading. */
  identifier: string
  label?: string
  /** “2.1”; absent for an unnumbered section. */
  number?: string
  /** Its number is a letter, “A” or “A.1”, and it is called an appendix. */
  appendix?: boolean
  /** What it is for, by its heading or as the author says; several for “Results and discussion”. */
  roles?: ReadonlyArray<SectionRole>
  children: Array<RootContent>
}

/** Where the reference list stands. */
export interface Bibliography extends Parent {
  type: 'bibliography'
  /** In the order of the style; empty until `enrich` fills it. */
  children: Array<ReferenceEntry>
  /** How the style sets the entries. */
  layout?: 'block' | 'hanging' | 'labelled'
}

/** One entry of the reference list, as the style prints it. */
export interface ReferenceEntry extends Parent {
  type: 'reference'
  key: string
  /** Unique in the article; what citations link to. */
  identifier: string
  /** “[1]” or “1.”, where the style has a column of its own for it. */
  marker: ReadonlyArray<PhrasingContent>
  /** The numbers of the citations that name it (see `Citation.number`), for links back. */
  citedBy: ReadonlyArray<number>
  children: Array<PhrasingContent>
}

/** Terms and what they mean: each term with one definition or more behind it. */
export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: Array<DefinitionDescription | DefinitionTerm>
}

export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: Array<PhrasingContent>
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  /** Its paragraphs are set apart. */
  spread: boolean
  /** `~`, where it is not the usual `:`. */
  data?: Data & {mark?: string}
  children: Array<BlockContent | DefinitionContent>
}

/** pandoc's fenced div: `::: {.note}`. */
export interface Div extends Parent {
  type: 'div'
  /** What an admonition without a title of its own says in its place; `enrich` writes it into the text. */
  admonition?: AdmonitionKind
  /** What it states, if it is a theorem or its like; set by `enrich`, which writes its name and number into the text. */
  kind?: TheoremKind
  label?: string
  number?: string
  /** Unique in the article. */
  identifier?: string
  children: Array<RootContent>
}

/** pandoc's span: `[text]{.smallcaps lang=uz}`. */
export interface Span extends Parent {
  type: 'span'
  children: Array<PhrasingContent>
}

export interface Superscript extends Parent {
  type: 'superscript'
  children: Array<PhrasingContent>
}

export interface Subscript extends Parent {
  type: 'subscript'
  children: Array<PhrasingContent>
}

/** What `enrich` sets on the call of a note. */
interface NoteCallData {
  /** The note's number. */
  number?: number
  /** Which of the note's calls this one is, from 1. */
  call?: number
}

/** What tables hold beyond mdast's, whose first row is the head. */
interface TableGroups {
  /** How many rows are the head; 1 if absent. */
  headRows?: number
  /** How many rows at the end are the foot; 0 if absent. */
  footRows?: number
  /** How many columns name their rows; 0 if absent. */
  headColumns?: number
  /** What share of the line each column takes, from 0 to 1; one without is as wide as what it holds, as all are if absent. */
  widths?: ReadonlyArray<number | undefined>
}

/** How far a cell reaches, and what it holds; a row holds only the cells that begin in it. */
interface CellExtent {
  /** Columns it goes over; 1 if absent. */
  colSpan?: number
  /** Rows it goes over; 1 if absent. */
  rowSpan?: number
  /** Its children are blocks, not phrasing content. */
  blocks?: boolean
}

/** What of a text stands for itself, though it looks like a mark to be set: `\"`. */
interface LiteralMarks {
  /** Indices into the text, rising. */
  literal?: ReadonlyArray<number>
}

declare module 'mdast-util-math' {
  interface MathData extends EquationData {}
}

/** What `enrich` sets on a link that stands for the page of its target. */
interface PageLink {
  /** What pages print in its place, “page #”, the number for `#`; formats without pages print the link as it is. */
  page?: string
}

/** What an image is beyond its file. */
interface ShownPicture {
  /** The share of the line that its part of a figure takes, which it fills. */
  share?: number
  /** The path of the asset that is shown for it, set by `enrich`: a page of a PDF drawn, or the author's own picture of the same name. */
  shown?: string
  /** How wide that is where the author does not say, for its dots do not tell: `345pt`. */
  ownWidth?: string
}

declare module 'mdast' {
  interface ImageData extends ShownPicture {}
  interface LinkData extends PageLink {}
  interface FootnoteReferenceData extends NoteCallData {}
  interface TableCellData extends CellExtent {}
  interface TableData extends TableGroups {}
  interface TextData extends LiteralMarks {}
  interface BlockContentMap {
    bibliography: Bibliography
    definitionList: DefinitionList
    div: Div
    figure: Figure
    section: Section
  }
  interface PhrasingContentMap {
    citation: Citation
    crossReference: CrossReference
    span: Span
    subscript: Subscript
    superscript: Superscript
  }
  interface RootContentMap {
    bibliography: Bibliography
    caption: Caption
    citation: Citation
    crossReference: CrossReference
    definitionDescription: DefinitionDescription
    definitionList: DefinitionList
    definitionTerm: DefinitionTerm
    div: Div
    figure: Figure
    reference: ReferenceEntry
    section: Section
    span: Span
    subscript: Subscript
    superscript: Superscript
  }
}

/** Nodes that do not outlive `parse`: resolved, moved to the metadata, or refused. */
type Gone = 'definition' | 'footnoteDefinition' | 'html' | 'imageReference' | 'linkReference' | 'toml' | 'yaml'

/** Every node that a format may meet. */
export type Node = Exclude<DisplayMath | InlineMath | Mdast, {type: Gone}>

/** What stands within a line. */
export type InlineType = Extract<Node['type'], PhrasingContent['type']>

/** One handler for every node: to leave one out does not compile. */
export type Handlers<State, Result> = {
  readonly [N in Node as N['type']]: (node: N, state: State) => Result
}
