import type {Element, ElementContent} from 'xast'
import {elementsOf} from './reference-document.ts'
import type {State} from './state.ts'
import {w} from './xml.ts'

/** Write what its author wants turned, as wide as a sheet is high; in a cell, a quotation or a list it belongs to that, upright. */
export function turnedIf(
  wanted: boolean,
  state: State,
  write: (state: State) => Array<ElementContent>
): Array<ElementContent> {
  const {page, style, indent, inNote, depth} = state
  if (!wanted || style !== 'BodyText' || indent > 0 || inNote || depth > 0) return write(state)
  const measure = page.height - (page.width - page.measure)
  const written = write({...state, page: {...page, width: page.height, height: page.width, measure}})
  for (const element of written) state.turned.add(element)
  return written
}

/** The text in sections of upright and of turned pages, of which each ends with what its pages are like (ECMA-376-1, 17.6.17 and 18). */
export function sectioned(
  body: ReadonlyArray<ElementContent>,
  turned: ReadonlySet<ElementContent>,
  section: Element
): Array<ElementContent> {
  const out: Array<ElementContent> = []
  let isFirst = true
  for (const [index, element] of body.entries()) {
    out.push(element)
    const next = body[index + 1]
    if (next === undefined || turned.has(element) === turned.has(next)) continue
    endSection(out, pagesLike(section, turned.has(element), isFirst))
    isFirst = false
  }
  const last = body.at(-1)
  return [...out, pagesLike(section, last !== undefined && turned.has(last), isFirst)]
}

/** The last paragraph of a section holds its properties; a table needs one behind it. */
function endSection(out: Array<ElementContent>, properties: Element): void {
  const last = out.at(-1)
  const [first] = last?.type === 'element' && last.name === 'w:p' ? last.children : []
  if (first?.type === 'element' && first.name === 'w:pPr') first.children.push(properties)
  else out.push(w('p', {}, [w('pPr', {}, [w('pStyle', {val: 'TableEnd'}), properties])]))
}

/** A section like the given one, on sheets that lie; only the first has a title page, and counts its pages anew. */
function pagesLike(section: Element, isTurned: boolean, isFirst: boolean): Element {
  const children = elementsOf(section).flatMap((child) => {
    const {name, attributes} = child
    if (!isFirst && name === 'w:titlePg') return []
    if (!isFirst && name === 'w:pgNumType') return [{...child, attributes: {...attributes, 'w:start': undefined}}]
    if (!isTurned || name !== 'w:pgSz') return [child]
    return [w('pgSz', {w: attributes['w:h'] ?? '', h: attributes['w:w'] ?? '', orient: 'landscape'})]
  })
  return {...section, children}
}
