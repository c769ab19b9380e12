import type {Element} from 'xast'
import type {Article} from '../../model/article.ts'
import {w} from './xml.ts'

/** A sheet and its margins, in twips (1/20 pt). */
export interface Page {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** How wide the text is. */
  readonly measure: number
  /** In lines: 1, 1.5, 2. */
  readonly spacing: number
  readonly lineNumbers: boolean
}

const papers: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['a4', [11906, 16838]],
  ['letter', [12240, 15840]]
])

/** 25 mm. */
const margin = 1417

/** The page that the template asks for: `paper`, `lineNumbers`, `lineSpacing`. */
export function pageOf({template}: Article): Page {
  const {paper, lineNumbers, lineSpacing} = template.settings
  const [width, height] = papers.get(String(paper).toLowerCase()) ?? [11906, 16838]
  const spacing = typeof lineSpacing === 'number' && lineSpacing >= 1 && lineSpacing <= 3 ? lineSpacing : 1.15
  return {width, height, margin, measure: width - 2 * margin, spacing, lineNumbers: lineNumbers === true}
}

/** The last element of a body: page, footer, lines numbered through the whole text if that is asked for. */
export function sectionProperties({width, height, margin: edge, lineNumbers}: Page, footer: string): Element {
  return w('sectPr', {}, [
    w('footerReference', {type: 'default', 'r:id': footer}),
    w('pgSz', {w: width, h: height}),
    w('pgMar', {top: edge, right: edge, bottom: edge, left: edge, header: 708, footer: 708, gutter: 0}),
    ...(lineNumbers ? [w('lnNumType', {countBy: 1, restart: 'continuous'})] : []),
    w('cols', {space: 708})
  ])
}
