import type {Article} from '../model/article.ts'

/** How an article is set for its reviewers. */
export interface ReviewCopy {
  /** From which line number to which: 1, 5; 0 for none. */
  readonly lineNumbers: number
  /** From line to line: 1, 1.5, 2; `null` as in print. */
  readonly lineSpacing: number | null
  readonly floatsAtEnd: boolean
}

/** As the front matter says, or else the template's settings of the same names. */
export function reviewOf({meta, template}: Article): ReviewCopy {
  const numbers = meta.review?.lineNumbers ?? template.settings['lineNumbers']
  const spacing = meta.review?.lineSpacing ?? template.settings['lineSpacing']
  return {
    lineNumbers: numbers === true ? 1 : typeof numbers === 'number' && numbers > 0 ? Math.floor(numbers) : 0,
    lineSpacing: typeof spacing === 'number' && spacing >= 1 && spacing <= 3 ? spacing : null,
    floatsAtEnd: (meta.review?.floatsAtEnd ?? template.settings['floatsAtEnd']) === true
  }
}

/** In how many columns the text is printed: as the template says, but for reviewers in one. */
export function columnsOf(article: Article): 1 | 2 {
  const {lineNumbers, lineSpacing} = reviewOf(article)
  return lineNumbers > 0 || lineSpacing !== null ? 1 : (article.template.page?.columns ?? 1)
}

/** Where figures and tables stand, if not in the text: as the template says, but for reviewers in it. */
export function floatsOf(article: Article): 'foot' | 'top' | undefined {
  const {lineNumbers, lineSpacing} = reviewOf(article)
  const floats = article.template.page?.floats
  return lineNumbers > 0 || lineSpacing !== null || floats === 'here' ? undefined : floats
}
