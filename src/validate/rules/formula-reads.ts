import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {Place} from '../../model/place.ts'
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
      markdown: '\\newcommand\\R{\\mathbb{R} + \\nosuch}\n\nSee $a + \\R$.',
      problems: ['3:10 Cannot read the formula: Unsupported function name: \\nosuch, in the macro `\\R`']
    },
    {markdown: '---\nmacros:\n  \\R: \\mathbb{R}\n---\n\nSee $\\R$.', problems: []}
  ]
}

/** The character at fault, where the formula stands on one line as it is written; else all of the formula. */
function placeWithin(node: DisplayMath | InlineMath, offset: number | undefined): Place | undefined {
  const place = placeOf(node)
  if (place?.start === undefined || place.end === undefined || offset === undefined) return place
  const {start, end} = place
  const fence = (end.column - start.column - node.value.length) / 2
  if (start.line !== end.line || !Number.isInteger(fence) || offset > node.value.length) return place
  const {column} = pointAt(node.value, offset)
  return {...place, start: {line: start.line, column: start.column + fence + column - 1}}
}
