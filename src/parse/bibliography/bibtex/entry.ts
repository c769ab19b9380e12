import type {Place} from '../../../model/place.ts'

/** A field's value as typed, macros put in and outer braces or quotation marks taken off. */
export interface BibtexField {
  readonly value: string
  readonly place: Place
}

/** An entry of a BibTeX file, before anything of it is understood. */
export interface BibtexEntry {
  /** In lower case, without `@`. */
  readonly type: string
  readonly key: string
  /** By name in lower case; the first of those given twice. */
  readonly fields: ReadonlyMap<string, BibtexField>
  readonly place: Place
}
