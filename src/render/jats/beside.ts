import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {Beside, Publication, Supplement} from '../../model/meta.ts'
import {textOf, wordCount} from '../../util/text.ts'
import {walk} from '../../util/walk.ts'
import {text} from './element.ts'
import {xmlText} from './inline.ts'
import {present, type State} from './state.ts'

/** The works that a review is about, and the material beside the article. */
export function products(
  {beside}: {readonly beside?: Beside | undefined},
  state: State
): ReadonlyArray<Element | undefined> {
  const reviewed = (beside?.products ?? []).map((each) => x('product', state.all([...each])))
  return [...reviewed, ...(beside?.supplements ?? []).map(supplement)]
}

function supplement({target, title, label}: Supplement): Element {
  const type = target.startsWith('10.') ? 'doi' : 'uri'
  const address = type === 'doi' ? `https://doi.org/${target}` : target
  const caption = title === undefined ? [] : [x('caption', [x('title', xmlText(title))])]
  // JATS4R asks that the text of a link describe what it leads to.
  const words = title ?? label
  const link = {'ext-link-type': type, 'xlink:href': xmlText(address)}
  return x('supplementary-material', {'content-type': 'external', 'xlink:href': xmlText(address)}, [
    ...present([text('label', label)]),
    ...caption,
    ...(words === undefined ? [] : [x('ext-link', link, xmlText(words))])
  ])
}

/** Help that is not money (JATS 1.3, `support-group`). */
export function support({beside}: {readonly beside?: Beside | undefined}): Element | undefined {
  const given = (beside?.support ?? []).map(({text: words, source}) =>
    x('contributed-resource-group', [
      ...(source === undefined ? [] : [x('award-group', present([text('support-source', source)]))]),
      x('support-description', present([text('p', words)]))
    ])
  )
  return given.length === 0 ? undefined : x('support-group', given)
}

/** How many figures, tables, equations, references, pages and words there are, as the article itself has them. */
export function counts({body, notes, references, meta}: Article): Element {
  const texts = [body, ...notes.flatMap(({children}) => children)]
  const [figures, tables, equations] = [0, 0, 0].map((zero) => ({count: zero}))
  for (const node of walk(texts)) {
    const tally =
      node.type === 'table' ? tables : node.type === 'math' ? equations : isFigure(node) ? figures : undefined
    if (tally !== undefined) tally.count += 1
  }
  const count = (name: string, value: number | undefined) =>
    value === undefined || value === 0 ? [] : [x(name, {count: String(value)})]
  return x('counts', [
    ...count('fig-count', figures?.count),
    ...count('table-count', tables?.count),
    ...count('equation-count', equations?.count),
    ...count('ref-count', references.length),
    ...count('page-count', pageCount(meta.publication)),
    ...count('word-count', wordCount(textOf(texts)))
  ])
}

function isFigure(node: {readonly type: string}): boolean {
  return node.type === 'figure' && 'kind' in node && node.kind === 'figure' && !('part' in node)
}

function pageCount({firstPage = '', lastPage = '', pageRange}: Publication): number | undefined {
  const known = /^\d{1,6}$/.test(firstPage) && /^\d{1,6}$/.test(lastPage) && pageRange === undefined
  return known && Number(lastPage) >= Number(firstPage) ? Number(lastPage) - Number(firstPage) + 1 : undefined
}

/** What a house wants to know beside all that has an element of its own. */
export function customMeta({article}: State): Element {
  const pairs = [...(article.meta.beside?.custom ?? [])]
  const children = pairs.map(([name, value]) =>
    x('custom-meta', [x('meta-name', xmlText(name)), x('meta-value', xmlText(value))])
  )
  return x('custom-meta-group', children)
}
