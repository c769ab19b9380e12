import {printMarks} from '../print-marks.ts'
import {decoded} from './entities.ts'

const mark = `<span role="img" aria-label="`
const rest = `" lang="zxx-${printMarks.formula}"><math`
const end = '</math>'

/** The formulas of a page to print, as MathML in XML, by their TeX as `texKey` has it. Linear in the length of the page. */
export function formulasOf(html: string): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>()
  for (let at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, at + 1)) {
    const begin = at + mark.length
    const label = html.slice(begin, html.indexOf('"', begin))
    const inner = begin + label.length
    if (!html.startsWith(rest, inner)) continue
    const close = html.indexOf(end, inner)
    if (close < 0) break
    const attributes = inner + rest.length
    const key = texKey(decoded(label))
    if (!formulas.has(key)) formulas.set(key, written(html.slice(attributes, close)))
  }
  return formulas
}

/** TeX by which a formula is known again: browsers make one space of several. */
export function texKey(tex: string): string {
  return tex.replace(/\s+/g, ' ').trim()
}

function written(attributesAndContent: string): string {
  const xml = `<math xmlns="http://www.w3.org/1998/Math/MathML"${attributesAndContent}${end}`
  // As HTML has it; the rest of what we write reads the same in XML.
  return xml.replaceAll('&nbsp;', '&#xA0;').replaceAll(']]>', ']]&gt;')
}
