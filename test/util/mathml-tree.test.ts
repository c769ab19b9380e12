import fc from 'fast-check'
import type {Element, ElementContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import temml from 'temml'
import {describe, expect, it} from 'vitest'
import {mathml} from '../../src/util/mathml.ts'
import {tightScripts} from '../../src/util/tight-scripts.ts'

/** What a browser reads from the markup that Temml writes; `undefined` where it writes none. */
function read(tex: string, display: boolean): Element | undefined {
  const options = {displayMode: display, annotate: true, throwOnError: true, trust: false}
  try {
    const [math] = fromHtml(temml.renderToString(tex, options), {fragment: true}).children
    return math?.type === 'element' && math.tagName === 'math' ? tightScripts(placeless(math)) : undefined
  } catch {
    return undefined
  }
}

/** The same, wherever it was read. */
function placeless<T extends Element | ElementContent>(node: T): T {
  const {position: _, ...own} = node
  return ('children' in node ? {...own, children: node.children.map(placeless)} : own) as T
}

function built(tex: string, display: boolean): Element | undefined {
  const made = mathml(tex, {display})
  return 'tree' in made ? made.tree : undefined
}

describe('a tree of Temml', () => {
  it.each([
    ['numbers at the side', '\\begin{align} a &= b \\\\ c &\\ge \\text{so & so <b>} \\tag{7} \\end{align}'],
    ['an anchor', 'x = 1 + \\ref{other} < y'],
    ['an anchor alone', '\\ref{other}'],
    ['attributes, classes and styles', '\\boxed{\\mathbf{x}} \\textcolor{red}{\\hat{y}} \\hspace{1em} \\Big( z \\Big)'],
    ['pieces without an element', '\\cancelto{0}{x} \\operatorname{arg\\,max} f_{\\!a}'],
    ['ends of lines', 'a\r\n\\text{b\rc}']
  ])('is what a browser reads from its markup: %s', (_, tex) => {
    for (const display of [true, false]) expect(built(tex, display)).toEqual(read(tex, display))
  })

  it('is so for whatever is typed', () => {
    const pieces = `a 1 . , ' + = < & { } _ ^ \\alpha \\frac \\sqrt \\sum \\left( \\right) \\text{a\u00A0b} \\mathrm{d} \\\\ \\hat \\binom
      \\begin{matrix} \\end{matrix} \\quad \\not \\lim \\limits \\overbrace \\xrightarrow{f} \\phantom{x} \\mathbb{R} \\ldots \\color{red} \\dfrac{1}{2}`
    const typed = fc.array(fc.constantFrom(...pieces.split(/\s+/)), {maxLength: 12}).map((some) => some.join(' '))
    fc.assert(
      fc.property(typed, fc.boolean(), (tex, display) => {
        expect(built(tex, display)).toEqual(read(tex, display))
      })
    )
  })
})

describe('mathml, asked twice', () => {
  it('gives a tree of its own each time', () => {
    const macros = new Map()
    const [first, second] = [1, 2].map(() => mathml('x^2', {display: true, macros}))
    if (first === undefined || !('tree' in first)) throw new Error('The formula is not read')
    first.tree.properties['id'] = 'mine'
    first.tree.children.pop()
    expect(second).toEqual(mathml('x^2', {display: true, macros}))
    expect(second).not.toEqual(first)
  })

  it('tells what is set in a line from what is not, and one author’s macros from another’s', () => {
    const [real, complex] = ['R', 'C'].map((letter) => new Map([['\\F', `\\mathbb{${letter}}`]]))
    const set = [real, complex].flatMap((macros) => [true, false].map((display) => mathml('\\F', {display, macros})))
    expect(new Set(set.map((made) => JSON.stringify(made))).size).toBe(4)
  })
})
