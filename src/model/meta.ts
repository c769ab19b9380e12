import type {PhrasingContent, Root} from 'mdast'
import type {Place} from './place.ts'

/** A line of text with markup, such as a title. */
export type Inline = ReadonlyArray<PhrasingContent>

/** A person's name, by part; or only `literal`, for an organisation or a single name. */
export interface Name {
  readonly given?: string | undefined
  readonly family?: string | undefined
  /** Patronymic or middle name, kept apart from the given name. */
  readonly middle?: string | undefined
  readonly particle?: string | undefined
  readonly suffix?: string | undefined
  readonly literal?: string | undefined
  /** As the author wants it printed, if given in the front matter; else composed from the parts. */
  readonly display: string
}

export interface Author {
  readonly name: Name
  /** The sixteen digits in fours, `0000-0002-1825-0097`, without the address. */
  readonly orcid?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly url?: string | undefined
  readonly corresponding: boolean
  readonly equalContribution: boolean
  readonly deceased: boolean
  readonly degrees?: string | undefined
  readonly position?: string | undefined
  /** CRediT roles, by their official English term. */
  readonly roles: ReadonlyArray<string>
  /** Into `Meta.affiliations`, by `id`. */
  readonly affiliations: ReadonlyArray<string>
  readonly place?: Place | undefined
}

export interface Affiliation {
  /** “1”, or the author's own key. */
  readonly id: string
  readonly name: string
  readonly department?: string | undefined
  readonly address?: string | undefined
  readonly city?: string | undefined
  readonly region?: string | undefined
  readonly postcode?: string | undefined
  /** As written. */
  readonly country?: string | undefined
  readonly ror?: string | undefined
  readonly place?: Place | undefined
}

/** Title, abstract and keywords in another language. */
export interface Translation {
  readonly title?: Inline | undefined
  readonly abstract?: Root | undefined
  readonly keywords: ReadonlyArray<string>
}

/** A year, a month or a day; as ISO 8601: `2025`, `2025-03`, `2025-03-09`. */
export type IsoDate = string

export interface Licence {
  /** `CC-BY-4.0`, if it is one we know. */
  readonly spdx?: string | undefined
  readonly url?: string | undefined
  readonly text?: string | undefined
}

export interface Funding {
  readonly funder: string
  readonly funderId?: string | undefined
  readonly awards: ReadonlyArray<string>
  readonly statement?: string | undefined
}

/** What is known of where the article appears; nothing is made up. */
export interface Publication {
  readonly journal?: string | undefined
  readonly abbreviation?: string | undefined
  readonly publisher?: string | undefined
  readonly issn: ReadonlyArray<string>
  readonly volume?: string | undefined
  readonly issue?: string | undefined
  readonly firstPage?: string | undefined
  readonly lastPage?: string | undefined
  readonly elocation?: string | undefined
  /** A bare DOI, `10.…/…`. */
  readonly doi?: string | undefined
  readonly url?: string | undefined
  readonly date?: IsoDate | undefined
  readonly received?: IsoDate | undefined
  readonly accepted?: IsoDate | undefined
  readonly copyrightHolder?: string | undefined
  readonly copyrightYear?: string | undefined
  /** Universal Decimal Classification (UDC). */
  readonly udc?: string | undefined
  readonly subjects: ReadonlyArray<string>
}

/** The front matter, typed. What the author left out stays out. */
export interface Meta {
  readonly title: Inline
  readonly subtitle?: Inline | undefined
  readonly shortTitle?: string | undefined
  readonly authors: ReadonlyArray<Author>
  readonly affiliations: ReadonlyArray<Affiliation>
  readonly abstract?: Root | undefined
  readonly keywords: ReadonlyArray<string>
  /** BCP 47, such as `en-GB`. */
  readonly language: string
  /** By BCP 47 language. */
  readonly translations: ReadonlyMap<string, Translation>
  readonly publication: Publication
  readonly licence?: Licence | undefined
  readonly funding: ReadonlyArray<Funding>
  /** Keys listed though nothing cites them, in order; `*` for all. */
  readonly nocite: ReadonlyArray<{readonly key: string; readonly place?: Place | undefined}>
  /** The style the author asks for; the template's otherwise. */
  readonly style?: string | undefined
  /** TeX macros for formulas: `\R` → `\mathbb{R}`. */
  readonly macros: ReadonlyMap<string, string>
  /** Where each field stands, by its path in the model: `title`, `authors.0.orcid`; `` (empty) is the whole front matter. */
  readonly places: ReadonlyMap<string, Place>
}
