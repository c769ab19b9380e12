import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Article, CslItem} from '../../model/article.ts'
import {textOf} from '../../util/text.ts'
import {walk} from '../../util/walk.ts'
import {element, present} from './element.ts'
import {isDoi} from './requirements.ts'

/** `citation_list`: each reference as data and as printed, so that Crossref can match it. */
export function citations({references, body}: Article): Element | undefined {
  if (references.length === 0) return undefined
  const printed = new Map<string, string>()
  for (const node of walk(body)) if (node.type === 'reference') printed.set(node.key, textOf(node.children))
  return x(
    'citation_list',
    references.map(({key, csl}, index) => x('citation', {key: `ref${index + 1}`}, parts(csl, printed.get(key))))
  )
}

function parts(csl: CslItem, printed: string | undefined): Array<Element> {
  const text = (field: string) => {
    const value = csl[field]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  const short = (field: string) => {
    const value = text(field)
    return value !== undefined && value.length <= 32 ? value : undefined
  }
  const doi = text('DOI')
  const isArticle = csl.type.startsWith('article')
  return present([
    isArticle ? element('journal_title', text('container-title')) : undefined,
    element('author', firstAuthor(csl['author'])),
    element('volume', short('volume')),
    element('issue', short('issue')),
    element('first_page', short('page')?.split(/[-–—,]/)[0]),
    element('cYear', yearOf(csl['issued'])),
    doi !== undefined && isDoi(doi) ? element('doi', doi) : undefined,
    element(isArticle || csl.type === 'chapter' ? 'article_title' : 'volume_title', text('title')),
    element('unstructured_citation', printed)
  ])
}

function firstAuthor(names: unknown): string | undefined {
  const [first] = Array.isArray(names) ? (names as ReadonlyArray<unknown>) : []
  if (typeof first !== 'object' || first === null) return undefined
  const name = 'family' in first ? first.family : 'literal' in first ? first.literal : undefined
  return typeof name === 'string' ? name : undefined
}

function yearOf(issued: unknown): string | undefined {
  if (typeof issued !== 'object' || issued === null || !('date-parts' in issued)) return undefined
  const [first] = Array.isArray(issued['date-parts']) ? (issued['date-parts'] as ReadonlyArray<unknown>) : []
  const [year] = Array.isArray(first) ? (first as ReadonlyArray<unknown>) : []
  return typeof year === 'number' || typeof year === 'string' ? String(year) : undefined
}
