import type {ElementContent as HastContent, Element as HastElement} from 'hast'
import type {Element, ElementContent} from 'xast'
import {m} from '../xml.ts'
import {delimited} from './delimiters.ts'
import {array} from './matrix.ts'
import {nary, naryOf} from './nary.ts'
import {elementsOf, kids, textIn, type Write} from './node.ts'
import {mathRun} from './run.ts'
import {stacked} from './stacked.ts'

/** MathML Core, as Temml writes it, as Office Math (ECMA-376-1, 22.1). Total: of an element not known here its content stays. */
export function omml(math: HastElement): Array<ElementContent> {
  return row(elementsOf(math), write)
}

const write: Write = {one: (node) => (node === undefined ? [] : element(node)), row: (nodes) => row(nodes, write)}

/** Elements in a row; a sum or an integral takes in what follows it, for Word sets them as one. */
function row(nodes: ReadonlyArray<HastElement>, writer: Write): Array<ElementContent> {
  const out: Array<ElementContent> = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined) continue
    const operator = naryOf(node)
    if (operator === undefined) {
      out.push(...element(node))
      continue
    }
    const rest = nodes.slice(index + 1, index + 2)
    out.push(nary(operator, rest, writer))
    index += rest.length
  }
  return out
}

function element(node: HastElement): Array<ElementContent> {
  const handle = handlers.get(node.tagName)
  return handle === undefined ? write.row(elementsOf(node)) : handle(node)
}

type Handler = (node: HastElement) => Array<ElementContent>

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['mi', mathRun],
  ['mn', mathRun],
  ['mo', mathRun],
  ['mtext', mathRun],
  ['ms', mathRun],
  ['merror', mathRun],
  ['mspace', mathRun],
  ['mrow', rowOf],
  ['mfrac', fraction],
  ['msqrt', (node) => [m('rad', {}, [m('radPr', {}, [m('degHide', {val: 1})]), m('deg'), e(elementsOf(node))])]],
  ['mroot', root],
  ['msub', (node) => scripts('sSub', node, ['sub'])],
  ['msup', (node) => scripts('sSup', node, ['sup'])],
  ['msubsup', (node) => scripts('sSubSup', node, ['sub', 'sup'])],
  ['munder', (node) => stacked(node, write)],
  ['mover', (node) => stacked(node, write)],
  ['munderover', (node) => stacked(node, write)],
  ['mmultiscripts', multiscripts],
  ['mtable', (node) => [array(node, write)]],
  ['mphantom', (node) => [m('phant', {}, [m('phantPr', {}, [m('show', {val: 0})]), e(elementsOf(node))])]],
  ['menclose', enclosed],
  ['annotation', () => []],
  ['annotation-xml', () => []]
])

function rowOf(node: HastElement): Array<ElementContent> {
  const operator = elementsOf(node).length === 1 ? naryOf(node) : undefined
  if (operator !== undefined) return [nary(operator, [], write)]
  const fenced = delimited(node, write)
  if (fenced !== undefined) return [fenced]
  const content = write.row(elementsOf(node))
  const isBoxed = String(node.properties['style'] ?? '').includes('border:')
  return isBoxed ? [m('borderBox', {}, [m('e', {}, content)])] : content
}

function fraction(node: HastElement): Array<ElementContent> {
  const [above, below] = elementsOf(node)
  const barless = /^0/.test(String(node.properties['linethickness'] ?? node.properties['lineThickness'] ?? ''))
  const properties = barless ? [m('fPr', {}, [m('type', {val: 'noBar'})])] : []
  return [m('f', {}, [...properties, m('num', {}, write.one(above)), m('den', {}, write.one(below))])]
}

function root(node: HastElement): Array<ElementContent> {
  const [base, degree] = elementsOf(node)
  return [m('rad', {}, [m('deg', {}, write.one(degree)), e(kids(base))])]
}

function scripts(name: string, node: HastElement, parts: ReadonlyArray<string>): Array<ElementContent> {
  const [base, ...others] = elementsOf(node)
  return [m(name, {}, [e(kids(base)), ...parts.map((part, index) => m(part, {}, write.one(others[index])))])]
}

/** Scripts on both sides; further ones of the same side are written after one another. */
function multiscripts(node: HastElement): Array<ElementContent> {
  const [base, ...others] = elementsOf(node)
  const at = others.findIndex(({tagName}) => tagName === 'mprescripts')
  const after = at < 0 ? others : others.slice(0, at)
  const before = at < 0 ? [] : others.slice(at + 1)
  const pair = (nodes: ReadonlyArray<HastElement>): ReadonlyArray<Element> => [
    m('sub', {}, write.row(nodes.filter((_, index) => index % 2 === 0))),
    m('sup', {}, write.row(nodes.filter((_, index) => index % 2 === 1)))
  ]
  const inner = after.length === 0 ? kids(base) : undefined
  const right = inner === undefined ? m('e', {}, [m('sSubSup', {}, [e(kids(base)), ...pair(after)])]) : e(inner)
  return before.length === 0 ? right.children : [m('sPre', {}, [...pair(before), right])]
}

/** Lines over and under, strokes through, and boxes. */
function enclosed(node: HastElement): Array<ElementContent> {
  const notation = String(node.properties['notation'] ?? '')
  const content = e(elementsOf(node))
  if (notation === 'top' || notation === 'bottom') {
    const position = notation === 'top' ? 'top' : 'bot'
    return [m('bar', {}, [m('barPr', {}, [m('pos', {val: position})]), content])]
  }
  const strokes = [
    ['horizontalstrike', 'strikeH'],
    ['verticalstrike', 'strikeV'],
    ['updiagonalstrike', 'strikeBLTR'],
    ['downdiagonalstrike', 'strikeTLBR']
  ].flatMap(([name = '', stroke = '']) => (notation.includes(name) ? [m(stroke, {val: 1})] : []))
  const sides = ['hideTop', 'hideBot', 'hideLeft', 'hideRight'].map((side) => m(side, {val: 1}))
  const properties = strokes.length === 0 ? [] : [m('borderBoxPr', {}, [...sides, ...strokes])]
  return [m('borderBox', {}, [...properties, content])]
}

function e(nodes: ReadonlyArray<HastContent>): Element {
  const inner = nodes.filter((node) => node.type === 'element')
  const written = write.row(inner)
  return m(
    'e',
    {},
    written.length === 0 && inner.length > 0
      ? mathRun({...placeholder, children: [{type: 'text', value: textIn(inner)}]})
      : written
  )
}

const placeholder: HastElement = {type: 'element', tagName: 'mtext', properties: {}, children: []}
