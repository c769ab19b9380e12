import type {StatementKind} from '../../model/meta.ts'
import type {TheoremKind} from '../../model/statement-kind.ts'

/** How a numbered thing is called; `#` stands for the number, so that “2-rasm” is as easy as “Figure 2”. */
interface CountedTerm {
  /** At the thing itself, beginning its caption or heading. */
  readonly caption: string
  /** In running text, in mid-sentence. */
  readonly one: string
  /** The same for several: `#` stands for “2–4”. */
  readonly many: string
}

/** Every word that Offprint itself puts into an article. */
export interface Terms extends Readonly<Record<TheoremKind, CountedTerm>> {
  readonly figure: CountedTerm
  readonly table: CountedTerm
  readonly listing: CountedTerm
  readonly section: CountedTerm
  /** In running text the number comes in parentheses of its own: “(3)”. */
  readonly equation: CountedTerm
  readonly appendix: CountedTerm
  readonly note: CountedTerm
  /** What begins a proof. */
  readonly proof: string
  /** What begins a solution: `#` stands for “Exercise 1”. */
  readonly solution: string
  readonly abstract: string
  readonly plainSummary: string
  readonly highlights: string
  readonly keywords: string
  readonly contents: string
  readonly references: string
  readonly notes: string
  /** Their headings. */
  readonly statements: Readonly<Record<StatementKind, string>>
  readonly graphicalAbstract: string
  readonly supplementary: string
  /** Works that a review is about. */
  readonly reviewed: string
  /** Help that is not money. */
  readonly support: string
  readonly suggestedReviewers: string
  readonly licence: string
  readonly correspondingAuthor: string
  readonly equalContribution: string
  readonly deceased: string
  readonly email: string
  readonly phone: string
  readonly received: string
  readonly revised: string
  readonly accepted: string
  readonly published: string
  readonly volume: string
  readonly issue: string
  readonly pages: string
  readonly page: string
  /** In running text, in mid-sentence: `#` stands for the number. */
  readonly onPage: string
  /** Where a figure stood that stands behind the text: `#` stands for “Figure 2”. */
  readonly aboutHere: string
  readonly citeAs: string
  /** Between the last two of a list. */
  readonly and: string
  /** After the first of many authors: “et al.”. */
  readonly andOthers: string
  /** Opening and closing, as the CLDR has them. */
  readonly quotes: readonly [string, string]
  /** The label of a link from a note or reference to where it is called. */
  readonly backToText: string
  readonly skipToText: string
}
