import type {PhrasingContent, Root} from 'mdast'
import type {Macros} from './macro.ts'
import type {Affiliation, Author} from './person.ts'
import type {Place} from './place.ts'
import type {StatementKind} from './section-role.ts'

export type {Affiliation, AffiliationText, Author, Name} from './person.ts'
export type {StatementKind} from './section-role.ts'

/** A line of text with markup, such as a title. */
export type Inline = ReadonlyArray<PhrasingContent>

/** Title, abstract and keywords in another language. */
export interface Translation {
  readonly title?: Inline | undefined
  readonly subtitle?: Inline | undefined
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

/** How a manuscript is set for reading with a pencil. */
export interface Review {
  /** Lines are numbered through the whole text; a number is from which to which: each fifth. */
  readonly lineNumbers?: boolean | number | undefined
  /** From line to line: 1, 1.5, 2. */
  readonly lineSpacing?: number | undefined
  /** Figures and tables stand behind the text, on pages of their own. */
  readonly floatsAtEnd?: boolean | undefined
  /** Nothing says who wrote it. */
  readonly blind?: boolean | undefined
}

/** What may travel inside the PDF: the article as JATS, its bibliographies, the author's files. */
export const attachables = ['source', 'references', 'jats'] as const

/** One of them. */
export type Attachable = (typeof attachables)[number]

/** The table of contents, as the author wants it. */
interface Contents {
  /** As the template says if absent. */
  readonly shown?: boolean | undefined
  /** How many levels of headings it lists. */
  readonly depth?: number | undefined
}

/** How works are read and cited, where the style does not say. */
interface Citing {
  /** `auto`: titles of BibTeX in English, or of no language, are made sentences; `never`, which holds if absent: they are as typed. */
  readonly sentenceCase?: 'auto' | 'never' | undefined
  /** “van der Waals” of BibTeX sorts under V; under W if absent. */
  readonly usePrefix?: boolean | undefined
  /** Whose language words such as “et al.” have in the list of works; the article’s if absent. */
  readonly terms?: 'article' | 'entry' | undefined
  /** `zotero`: citations in Word are fields that Zotero’s plug-in takes up; plain text if absent. */
  readonly fields?: 'zotero' | undefined
}

export interface Funding {
  readonly funder: string
  /** A DOI of the Funder Registry (`10.13039/…`) or the address of a ROR record. */
  readonly funderId?: string | undefined
  readonly awards: ReadonlyArray<string>
  readonly statement?: string | undefined
}

export interface Conference {
  readonly name: string
  readonly acronym?: string | undefined
  /** As written: “3–5 June 2018”. */
  readonly date?: string | undefined
  readonly location?: string | undefined
  readonly sponsor?: string | undefined
}

/** Another article, and how this one relates to it: `preprint`, `companion`, `correction` … */
export interface RelatedArticle {
  readonly relation: string
  /** A bare DOI, or an address. */
  readonly target: string
}

/** Material beside the article. */
export interface Supplement {
  /** A bare DOI, or an address. */
  readonly target: string
  readonly title?: string | undefined
  readonly label?: string | undefined
}

/** Help that is not money: facilities, computing time. */
export interface Support {
  readonly text: string
  /** Who gave it. */
  readonly source?: string | undefined
}

export interface SuggestedReviewer {
  readonly name: string
  readonly affiliation?: string | undefined
  readonly email?: string | undefined
  readonly reason?: string | undefined
}

/** What goes with the article and is not of it. */
export interface Beside {
  readonly supplements: ReadonlyArray<Supplement>
  /** The works that a review is about, as written. */
  readonly products: ReadonlyArray<Inline>
  readonly support: ReadonlyArray<Support>
  /** Who might review it, as its authors think; the title page for editors alone says so. */
  readonly reviewers: ReadonlyArray<SuggestedReviewer>
  /** What a house wants to know beside all that has a place of its own, by name. */
  readonly custom: ReadonlyMap<string, string>
}

/** Who registers the article’s DOI, and for whom. */
export interface Deposit {
  readonly depositor?: string | undefined
  readonly email?: string | undefined
  /** The organisation that owns what is registered. */
  readonly registrant?: string | undefined
  /** How often the record has been deposited, this time included; 1 if absent. */
  readonly number?: number | undefined
}

/** What is known of where the article appears; nothing is made up. */
export interface Publication {
  readonly journal?: string | undefined
  readonly abbreviation?: string | undefined
  readonly publisher?: string | undefined
  readonly issn: ReadonlyArray<string>
  readonly isbn?: string | undefined
  readonly volume?: string | undefined
  readonly issue?: string | undefined
  readonly issueTitle?: string | undefined
  /** Who paid for the issue. */
  readonly issueSponsors?: ReadonlyArray<string> | undefined
  readonly supplement?: string | undefined
  readonly firstPage?: string | undefined
  readonly lastPage?: string | undefined
  /** As written, where the pages do not run through: “12–15, 18”. */
  readonly pageRange?: string | undefined
  readonly elocation?: string | undefined
  /** A bare DOI, `10.…/…`. */
  readonly doi?: string | undefined
  readonly url?: string | undefined
  /** Where its PDF is to be found. */
  readonly pdfUrl?: string | undefined
  readonly date?: IsoDate | undefined
  /** Of the issue that it is collected in. */
  readonly collectionDate?: IsoDate | undefined
  /** When a preprint of it appeared. */
  readonly preprintDate?: IsoDate | undefined
  readonly received?: IsoDate | undefined
  readonly revised?: IsoDate | undefined
  readonly accepted?: IsoDate | undefined
  readonly copyrightHolder?: string | undefined
  readonly copyrightYear?: string | undefined
  /** Universal Decimal Classification (UDC). */
  readonly udc?: string | undefined
  readonly subjects: ReadonlyArray<string>
  /** Codes of other schemes, by their lower-case name: `msc`, `jel`, `pacs`, `acm-ccs`, `specialty`. */
  readonly classifications?: ReadonlyMap<string, ReadonlyArray<string>> | undefined
  /** Other numbers of the article, by their lower-case name: `arxiv`, `pmid`, `pmcid`, `manuscript`. */
  readonly identifiers?: ReadonlyMap<string, string> | undefined
  /** “Research article”, as written. */
  readonly articleType?: string | undefined
  readonly version?: string | undefined
  /** Its number in other schemes, by their names in JAV (NISO RP-8-2008): `VoR`, `AM`. */
  readonly versions?: ReadonlyMap<string, string> | undefined
  readonly conference?: Conference | undefined
  readonly related?: ReadonlyArray<RelatedArticle> | undefined
  readonly deposit?: Deposit | undefined
}

/** The front matter, typed. What the author left out stays out. */
export interface Meta {
  readonly title: Inline
  readonly subtitle?: Inline | undefined
  readonly shortTitle?: string | undefined
  readonly authors: ReadonlyArray<Author>
  readonly affiliations: ReadonlyArray<Affiliation>
  readonly abstract?: Root | undefined
  /** One picture that says what the article does. */
  readonly graphicalAbstract?: Root | undefined
  /** A summary for readers outside the field. */
  readonly plainSummary?: Root | undefined
  readonly highlights?: ReadonlyArray<string> | undefined
  readonly keywords: ReadonlyArray<string>
  /** BCP 47, such as `en-GB`. */
  readonly language: string
  /** By BCP 47 language. */
  readonly translations: ReadonlyMap<string, Translation>
  readonly publication: Publication
  readonly licence?: Licence | undefined
  readonly funding: ReadonlyArray<Funding>
  readonly beside?: Beside | undefined
  readonly statements?: ReadonlyMap<StatementKind, Root> | undefined
  /** Keys listed though nothing cites them, in order; `*` for all. */
  readonly nocite: ReadonlyArray<{readonly key: string; readonly place?: Place | undefined}>
  /** The style the author asks for; the template's otherwise. */
  readonly style?: string | undefined
  readonly citing?: Citing | undefined
  /** `false` where quotation marks, dashes and spaces stay as they were typed. */
  readonly smart?: boolean | undefined
  readonly contents?: Contents | undefined
  /** How a manuscript in Word or on paper is set for its reviewers; as the template says if absent. */
  readonly review?: Review | undefined
  /** What travels inside the PDF; as the template says if absent. */
  readonly attach?: ReadonlyArray<Attachable> | undefined
  /** How printed sheets are cut to pages: how far print bleeds, whether marks show where; as the template says if absent. */
  readonly cut?: {readonly bleed?: string | undefined; readonly marks?: boolean | undefined} | undefined
  /** Whether the PDF is to be PDF/A; as the template says if absent. */
  readonly archival?: boolean | undefined
  /** What abbreviations mean, by how they are written: `HTML`. */
  readonly abbreviations: ReadonlyMap<string, string>
  /** TeX macros for formulas: `\R` → `\mathbb{R}`. */
  readonly macros: Macros
  /** Where each field stands, by its path in the model: `title`, `authors.0.orcid`; `` (empty) is the whole front matter. */
  readonly places: ReadonlyMap<string, Place>
  /** Whether some of the front matter could not be read, which was told: what seems absent may be there. */
  readonly isPartial?: boolean | undefined
}
