import type {Affiliation, AffiliationText, Meta, Translation} from '../../model/meta.ts'

/** What an article says of itself in another language, people and institutions included. */
export interface Translated extends Translation {
  /** BCP 47. */
  readonly language: string
  /** All authors, those without a name in the language as elsewhere; none if no name is in it. */
  readonly authors: ReadonlyArray<string>
  /** As lines; the same holds of them. */
  readonly affiliations: ReadonlyArray<string>
}

/** By language, those of the translations first; then languages that names alone are given in. */
export function translated(meta: Meta): ReadonlyArray<Translated> {
  const {authors, affiliations} = meta
  const languages = new Set([
    ...meta.translations.keys(),
    ...authors.flatMap(({names}) => [...(names?.keys() ?? [])]),
    ...affiliations.flatMap(({translations}) => [...(translations?.keys() ?? [])])
  ])
  languages.delete(meta.language)
  return [...languages].map((language) => ({
    ...(meta.translations.get(language) ?? {keywords: []}),
    language,
    authors: authors.some(({names}) => names?.has(language))
      ? authors.map(({name, names}) => (names?.get(language) ?? name).display)
      : [],
    affiliations: affiliations.some(({translations}) => translations?.has(language))
      ? affiliations.map((each) => affiliationLine(each.translations?.get(language) ?? each))
      : []
  }))
}

/** “Department, University, Street 1, Town, Country”. */
export function affiliationLine(affiliation: Affiliation | AffiliationText): string {
  const {department, name, address, city, region, postcode, country} = affiliation
  return [department, name, address, city, region, postcode, country].filter((part) => part !== undefined).join(', ')
}
