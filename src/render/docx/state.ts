import type {Nodes} from 'mdast'
import type {Element, ElementContent} from 'xast'
import type {Article, Note} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import type {ImageType} from '../../util/image-type.ts'
import type {Terms} from '../../util/terms.ts'
import type {Anchors} from './anchors.ts'
import type {Lists} from './numbering.ts'
import type {Page} from './page.ts'
import type {Relations} from './relations.ts'

/** How a run of text differs from its paragraph. */
export interface Face {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
  readonly smallCaps?: boolean
  readonly underline?: boolean
  readonly highlight?: boolean
  readonly vertical?: 'subscript' | 'superscript'
  /** A character style's id. */
  readonly style?: string
  readonly language?: string | undefined
  readonly rightToLeft?: boolean
}

/** The number or bullet of a list item, which its first paragraph takes. */
export interface Marker {
  readonly list: number
  readonly level: number
  taken: boolean
}

/** What counts while a document is written. */
interface Counters {
  /** Notes called so far. */
  notes: number
  /** Pictures so far. */
  pictures: number
  /** Floats and equations by their SEQ identifier. */
  readonly sequences: Map<string, number>
  /** Numbers of the notes that have been called. */
  readonly called: Set<number>
  /** The notes' elements, in order. */
  readonly notesWritten: Array<Element>
}

/** What the handlers share, and where they stand. */
export interface State {
  readonly article: Article
  readonly words: Terms
  readonly page: Page
  readonly anchors: Anchors
  readonly lists: Lists
  readonly relations: Relations
  /** Those of the part that holds the notes. */
  readonly noteRelations: Relations
  /** Notes called from the note that is being written. */
  readonly pending: Array<Note>
  readonly counters: Counters
  readonly face: Face
  /** The paragraph style of running text here. */
  readonly style: string
  /** Twips from the left margin. */
  readonly indent: number
  readonly alignment?: 'center' | 'left' | 'right' | undefined
  readonly keepNext?: boolean | undefined
  readonly marker?: Marker | undefined
  /** What the caption says here: the description of a picture that has none of its own. */
  readonly description: string
  /** How many sections are open. */
  readonly level: number
  /** How many lists are open. */
  readonly depth: number
  /** Inside a note, where no other can be called. */
  readonly inNote: boolean
  /** Inside a link, where no other can stand. */
  readonly inLink: boolean
  /** What a link within the article may lead to, by identifier: only what stands in the text. */
  readonly targets: ReadonlyMap<string, Target>
  /** What of the body stands on turned pages. */
  readonly turned: Set<ElementContent>
  /** The files that show a picture in Word; `undefined` if none does. */
  drawable(source: Source, type: ImageType): Drawable | undefined
  /** Nodes to WordprocessingML, in order: runs for phrasing content, paragraphs and tables for blocks. */
  all(nodes: ReadonlyArray<Nodes>, state: State): Array<ElementContent>
}

/** What a link within the article leads to. */
export interface Target {
  /** Its number, if it prints one that references repeat. */
  readonly number?: string | undefined
}

/** A picture as Word shows it. */
export interface Drawable {
  readonly source: Source
  readonly type: ImageType
  /** The drawing that it was made from, which newer Word shows instead. */
  readonly vector?: Source | undefined
}
