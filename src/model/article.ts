import type {Root, RootContent} from 'mdast'
import type {CitationStyle, FontSource, Source} from './manuscript.ts'
import type {Meta} from './meta.ts'
import type {FloatKind} from './nodes.ts'
import type {Place} from './place.ts'
import type {TheoremKind} from './statement-kind.ts'
import type {Template} from './template.ts'

/** One work, as CSL-JSON has it (https://docs.citationstyles.org/en/stable/specification.html). */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly [field: string]: unknown
}

/** A work of a bibliography, and where it was found. */
export interface LibraryEntry {
  readonly key: string
  readonly csl: CslItem
  readonly place?: Place | undefined
  /** Where its fields stand, by their name in the file; inherited ones in the entry they come from. */
  readonly places?: ReadonlyMap<string, Place> | undefined
  /** Other keys that it may be cited by: BibLaTeX's `ids`. */
  readonly aliases?: ReadonlyArray<string> | undefined
  /** Keys that stand for it together with others: BibLaTeX's `@set`. */
  readonly sets?: ReadonlyArray<string> | undefined
  /** Later entries that claim the same key; the first one holds. */
  readonly duplicates: ReadonlyArray<Place>
}

/** By key, in the order of the files. */
export type Library = ReadonlyMap<string, LibraryEntry>

/** After `parse`: what the author wrote. */
export interface Draft {
  readonly meta: Meta
  /** Headings flat, footnote definitions in place, no raw HTML, no definitions. */
  readonly body: Root
  readonly library: Library
  /** Bibliography files named or found, for messages. */
  readonly bibliographies: ReadonlyArray<string>
  readonly assets: ReadonlyMap<string, Source>
  /** The files it was read from, each once: text and front matter, and bibliographies; absent where they are not to be shown. */
  readonly sources?: {readonly text: ReadonlyArray<Source>; readonly references: ReadonlyArray<Source>} | undefined
  readonly csl: CitationStyle | undefined
  readonly referenceDocument?: Source | undefined
  readonly fonts?: ReadonlyArray<FontSource> | undefined
  readonly template: Template
}

/** A footnote, numbered by its first call. */
export interface Note {
  readonly identifier: string
  /** What it may be pointed at by, besides `fn:` and its name. */
  readonly label?: string | undefined
  readonly number: number
  /** How often it is called; each call gets a link back. */
  readonly calls: number
  readonly children: ReadonlyArray<RootContent>
  readonly place?: Place | undefined
}

/** Something that can be pointed at. */
export interface Label {
  readonly kind: FloatKind | TheoremKind | 'appendix' | 'equation' | 'note' | 'proof' | 'section'
  /** Absent where the thing carries no number. */
  readonly number?: string | undefined
  /** The `id` of its element in every output. */
  readonly identifier: string
  /** What to call it where it carries no number: a section's heading. */
  readonly title?: string | undefined
  readonly place?: Place | undefined
}

/** A note that nothing calls, one that is called and nowhere written, or the second of a name. */
export interface NoteTrouble {
  readonly kind: 'duplicate' | 'uncalled' | 'undefined'
  readonly identifier: string
  readonly place?: Place | undefined
  /** The note that holds, for a duplicate. */
  readonly cause?: Place | undefined
}

/** What `enrich` noticed and cannot put in the tree; rules report it. */
export interface CitationTrouble {
  readonly kind: 'locale-missing' | 'locator-unprinted' | 'no-printed-form' | 'style-missing'
  readonly text: string
  readonly place?: Place | undefined
  readonly expected?: ReadonlyArray<string> | undefined
}

/** A figure in PDF of which no picture could be made, or of which only one page is shown. */
export interface PdfTrouble {
  readonly kind: 'broken' | 'encrypted' | 'many' | 'page-missing' | 'page-unread'
  readonly path: string
  /** How many pages it has, where that is known. */
  readonly pages?: number | undefined
  /** The page that was asked for, as written. */
  readonly page?: string | undefined
  readonly place?: Place | undefined
}

/** After `enrich`: the draft and all that follows from it. Formats see nothing else. */
export interface Article extends Draft {
  /** Sections nested; citations, references and numbers resolved; footnote definitions moved to `notes`. */
  readonly body: Root
  /** Every label, with all that claim it; a rule wants exactly one. */
  readonly labels: ReadonlyMap<string, ReadonlyArray<Label>>
  /** In the order of their numbers. */
  readonly notes: ReadonlyArray<Note>
  readonly noteTroubles?: ReadonlyArray<NoteTrouble>
  /** The works listed, in the order of the style. */
  readonly references: ReadonlyArray<LibraryEntry>
  readonly troubles: ReadonlyArray<CitationTrouble>
  readonly pdfTroubles?: ReadonlyArray<PdfTrouble> | undefined
}
