import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {Place, Point} from '../../model/place.ts'
import {placeOf} from '../../model/place.ts'
import {mathml} from '../../util/mathml.ts'
import {pointAt} from '../../util/point-at.ts'
import {textsOf} from '../../util/texts.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'

export const formulaReads: Rule = {
  id: 'formula-reads',
  about:
    'The TeX of a formula can be read: one that cannot is printed as TeX, which readers and screen readers stumble on.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const {macros} = article.meta
    for (const node of walk(textsOf(article))) {
      if (node.type !== 'math' && node.type !== 'inlineMath') continue
      const result = mathml(node.value, {display: node.type === 'math', macros})
      if ('tree' in result) continue
      report({
        reason: `Cannot read the formula: ${result.error}${result.macro === undefined ? '' : `, in the macro \`${result.macro}\``}`,
        place: placeWithin(node, result.offset),
        note: 'Mend the TeX, or define the macro under `macros` in the front matter.'
      })
    }
  },
  examples: [
    {markdown: 'See $\\frac{1}{2}$.', problems: []},
    {
      markdown: 'See $\\frac{1$.',
      problems: ["1:13 Cannot read the formula: Unexpected end of input in a macro argument, expected '}'"]
    },
    {markdown: 'See $a + \\nosuch$.', problems: ['1:10 Cannot read the formula: Unsupported function name: \\nosuch']},
    {
      markdown: '$$\na = b\nc + \\nosuch{d}\n$$',
      problems: ['3:5 Cannot read the formula: Unsupported function name: \\nosuch']
    },
    {
      markdown: 'See $a +\nbc \\nosuch$.',
      problems: ['2:4 Cannot read the formula: Unsupported function name: \\nosuch']
    },
    {
      markdown: '1. One\n\n   $$\n   a\n   + \\nosuch\n   $$',
      problems: ['5:6 Cannot read the formula: Unsupported function name: \\nosuch']
    },
    {
      markdown: '\\newcommand\\R{\\mathbb{R} + \\nosuch}\n\nSee $a + \\R$.',
      problems: ['3:10 Cannot read the formula: Unsupported function name: \\nosuch, in the macro `\\R`']
    },
    {markdown: '---\nmacros:\n  \\R: \\mathbb{R}\n---\n\nSee $\\R$.', problems: []}
  ]
}

/** The character at fault, as far as it can be told how the formula is written; else all of the formula. */
function placeWithin(node: DisplayMath | InlineMath, offset: number | undefined): Place | undefined {
  const place = placeOf(node)
  if (place?.start === undefined || place.end === undefined || offset === undefined) return place
  if (offset > node.value.length) return place
  const fault = pointAt(node.value, offset)
  const from = beginOf(node.value, place.start, place.end)
  if (from === undefined) return place
  const column = fault.line === 1 || from.isBlock ? from.column + fault.column - 1 : fault.column
  return {...place, start: {line: from.line + fault.line - 1, column}}
}

interface Begin {
  readonly line: number
  readonly column: number
  /** Its lines all begin in that column. */
  readonly isBlock: boolean
}

/** Where a formula's TeX begins between its marks; `undefined` if what lies around it cannot be told. */
function beginOf(tex: string, start: Point, end: Point): Begin | undefined {
  const lines = tex.split('\n')
  const spanned = end.line - start.line + 1
  // Marks on lines of their own.
  if (spanned === lines.length + 2) return {line: start.line + 1, column: start.column, isBlock: true}
  if (spanned !== lines.length) return undefined
  const last = end.column - (lines.length === 1 ? start.column : 1) - (lines.at(-1) ?? '').length
  const mark = lines.length === 1 ? last / 2 : last
  return mark === 0 || mark === 1 || mark === 2
    ? {line: start.line, column: start.column + mark, isBlock: false}
    : undefined
}
