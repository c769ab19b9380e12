/** The types of CSL 1.0.2 (specification, appendix III). */
const types: ReadonlySet<string> = new Set(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`.split(/\s+/)
)

/** Types as registries and reference managers name them, and older ones of CSL. */
const others: ReadonlyMap<string, string> = new Map([
  ['article-in-journal', 'article-journal'],
  ['book-chapter', 'chapter'],
  ['book-part', 'chapter'],
  ['book-section', 'chapter'],
  ['component', 'document'],
  ['computer-program', 'software'],
  ['conference-paper', 'paper-conference'],
  ['dissertation', 'thesis'],
  ['edited-book', 'book'],
  ['journal', 'periodical'],
  ['journal-article', 'article-journal'],
  ['magazine-article', 'article-magazine'],
  ['misc', 'document'],
  ['monograph', 'book'],
  ['newspaper-article', 'article-newspaper'],
  ['peer-review', 'review'],
  ['posted-content', 'article'],
  ['preprint', 'article'],
  ['proceedings', 'book'],
  ['proceedings-article', 'paper-conference'],
  ['reference-book', 'book'],
  ['reference-entry', 'entry'],
  ['report-component', 'report'],
  ['working-paper', 'report']
])

/** CSL's type for one typed in any of those names; `undefined` for what is none. */
export function cslType(typed: string): string | undefined {
  const name = typed.trim().toLowerCase()
  if (types.has(name)) return name
  return others.get(name.replaceAll(/[_\s]+/g, '-'))
}
