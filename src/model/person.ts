import type {Place} from './place.ts'

/** A person's name, by part; or only `literal`, for an organisation or a single name. */
export interface Name {
  readonly given?: string | undefined
  readonly family?: string | undefined
  /** Patronymic or middle name, kept apart from the given name. */
  readonly middle?: string | undefined
  readonly particle?: string | undefined
  readonly suffix?: string | undefined
  /** “Dr.”, which is no part of the name and not printed with it. */
  readonly prefix?: string | undefined
  readonly literal?: string | undefined
  /** As the author wants it printed, if given in the front matter; else composed from the parts. */
  readonly display: string
}

export interface Author {
  readonly name: Name
  /** The name in other languages or scripts, by BCP 47 language. */
  readonly names?: ReadonlyMap<string, Name> | undefined
  /** An organisation or a group, not a person. */
  readonly group?: boolean | undefined
  /** The sixteen digits in fours, `0000-0002-1825-0097`, without the address. */
  readonly orcid?: string | undefined
  /** The person signed in to ORCID to give it. */
  readonly orcidAuthenticated?: boolean | undefined
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
  /** Footnotes to the name, such as thanks or a present address, as plain text. */
  readonly notes?: ReadonlyArray<string> | undefined
  /** One of the notes: where the author is now. */
  readonly presentAddress?: string | undefined
  readonly biography?: string | undefined
  /** Other registers' numbers, by their lower-case name: `isni`, `scopus`, `spin`. */
  readonly identifiers?: ReadonlyMap<string, string> | undefined
  readonly place?: Place | undefined
}

/** An institution's name and town, in one language. */
export interface AffiliationText {
  readonly name: string
  readonly department?: string | undefined
  readonly address?: string | undefined
  readonly city?: string | undefined
  readonly region?: string | undefined
  readonly postcode?: string | undefined
  /** As written. */
  readonly country?: string | undefined
}

export interface Affiliation extends AffiliationText {
  /** “1”, or the author's own key. */
  readonly id: string
  /** In other languages, by BCP 47 language. */
  readonly translations?: ReadonlyMap<string, AffiliationText> | undefined
  /** The address of its record: `https://ror.org/04yzbzc51`. */
  readonly ror?: string | undefined
  readonly url?: string | undefined
  readonly place?: Place | undefined
}
