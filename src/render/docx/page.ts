import type {Element} from 'xast'
import type {Article} from '../../model/article.ts'
import {attributeBelow, elementsOf} from './reference-document.ts'
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
  /** The template or the author asks for it. */
  readonly spacingAsked: boolean
  /** From which line number to which: 1, 5; 0 for none. */
  readonly lineNumbers: number
}

const papers: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['a4', [11906, 16838]],
  ['letter', [12240, 15840]]
])

/** 25 mm. */
const margin = 1417

/** The page that the template asks for, `paper`, `lineNumbers`, `lineSpacing`, of which the front matter may say the last two. */
export function pageOf({meta, template}: Article): Page {
  const {paper} = template.settings
  const lineNumbers = meta.review?.lineNumbers ?? template.settings['lineNumbers']
  const lineSpacing = meta.review?.lineSpacing ?? template.settings['lineSpacing']
  const [width, height] = papers.get(String(paper).toLowerCase()) ?? [11906, 16838]
  const asked = typeof lineSpacing === 'number' && lineSpacing >= 1 && lineSpacing <= 3 ? lineSpacing : undefined
  return {
    width,
    height,
    margin,
    measure: width - 2 * margin,
    spacing: asked ?? 1.15,
    spacingAsked: asked !== undefined,
    lineNumbers: lineNumbers === true || typeof lineNumbers === 'number' ? Number(lineNumbers) : 0
  }
}

/** A page as another document has it. */
export function pageLike(page: Page, section: Element | undefined): Page {
  const read = (name: string, attribute: string) => {
    const value = Number(section === undefined ? Number.NaN : attributeBelow(section, name, attribute))
    return value > 0 && value < 32_000 ? value : undefined
  }
  const width = read('w:pgSz', 'w:w') ?? page.width
  const sides = (read('w:pgMar', 'w:left') ?? page.margin) + (read('w:pgMar', 'w:right') ?? page.margin)
  return {...page, width, height: read('w:pgSz', 'w:h') ?? page.height, measure: Math.max(2000, width - sides)}
}

/** The last element of a body as another document has it, with the headers and footers that came along, by their ids there. */
export function sectionLike(
  section: Element,
  {lineNumbers}: Page,
  furniture: ReadonlyMap<string, string>,
  footer: string
): Element {
  const references = elementsOf(section).flatMap((child) => {
    const id = furniture.get(String(child.attributes['r:id']))
    return /^w:(?:header|footer)Reference$/.test(child.name) && id !== undefined
      ? [{...child, attributes: {...child.attributes, 'r:id': id}}]
      : []
  })
  const own = references.some(({name}) => name === 'w:footerReference')
    ? []
    : [w('footerReference', {type: 'default', 'r:id': footer})]
  const left = /^w:(?:headerReference|footerReference|sectPrChange|lnNumType|footnotePr|endnotePr|printerSettings)$/
  const kept = elementsOf(section).filter(({name}) => !left.test(name))
  const before = kept.filter(({name}) => /^w:(?:type|pgSz|pgMar|paperSrc|pgBorders)$/.test(name))
  const numbers = lineNumbers > 0 ? [w('lnNumType', {countBy: lineNumbers, restart: 'continuous'})] : []
  return w('sectPr', {}, [
    ...references,
    ...own,
    ...before,
    ...numbers,
    ...kept.filter((child) => !before.includes(child))
  ])
}

/** The last element of a body: page, footer, lines numbered through the whole text if that is asked for. */
export function sectionProperties({width, height, margin: edge, lineNumbers}: Page, footer: string): Element {
  return w('sectPr', {}, [
    w('footerReference', {type: 'default', 'r:id': footer}),
    w('pgSz', {w: width, h: height}),
    w('pgMar', {top: edge, right: edge, bottom: edge, left: edge, header: 708, footer: 708, gutter: 0}),
    ...(lineNumbers > 0 ? [w('lnNumType', {countBy: lineNumbers, restart: 'continuous'})] : []),
    w('cols', {space: 708})
  ])
}
