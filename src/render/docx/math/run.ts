import type {Element as HastElement} from 'hast'
import type {Element, ElementContent} from 'xast'
import {xmlText} from '../../jats/inline.ts'
import {m, w} from '../xml.ts'
import {textIn} from './node.ts'

/** A token of MathML: a letter slants, names, numbers and signs stand, and words are text. */
export function mathRun(node: HastElement): Array<ElementContent> {
  const text = node.tagName === 'mspace' ? spaces(node) : xmlText(textIn(node.children)).replace(invisible, '')
  return text === '' ? [] : [textRun(text, styleOf(node, text))]
}

/** `p` stands, `nor` is text; without a style letters slant. */
export function textRun(text: string, style: 'nor' | 'p' | undefined): Element {
  const font = w('rPr', {}, [w('rFonts', {ascii: 'Cambria Math', hAnsi: 'Cambria Math'})])
  const math = style === undefined ? [] : [m('rPr', {}, [style === 'nor' ? m('nor') : m('sty', {val: 'p'})])]
  return m('r', {}, [...math, font, m('t', {'xml:space': 'preserve'}, [{type: 'text', value: text}])])
}

/** Function application, invisible times and their like say nothing in Word. */
const invisible = /[\u2061-\u2064]/g

function styleOf({tagName, properties}: HastElement, text: string): 'nor' | 'p' | undefined {
  if (tagName === 'mtext' || tagName === 'ms' || tagName === 'merror') return 'nor'
  const variant = properties['mathvariant'] ?? properties['mathVariant']
  const isLetter = tagName === 'mi' && [...text].length === 1 && variant !== 'normal'
  return isLetter || tagName === 'mspace' ? undefined : 'p'
}

/** Widths in em, widest first, and the spaces of Unicode that come near. */
const widths: ReadonlyArray<readonly [number, string]> = [
  [1, '\u2003'],
  [0.5, '\u2002'],
  [0.25, '\u2005'],
  [0.15, '\u2009']
]

function spaces({properties}: HastElement): string {
  let left = Math.min(10, Number.parseFloat(String(properties['width'] ?? '0')) || 0)
  let out = ''
  for (const [width, space] of widths) {
    for (; left >= width; left -= width) out += space
  }
  return out
}
