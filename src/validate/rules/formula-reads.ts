import {mathml} from '../../util/mathml.ts'
import {nodesOf} from '../../util/nodes.ts'
import {placeInFormula} from '../formula-place.ts'
import type {Rule} from '../rule.ts'

export const formulaReads: Rule = {
  id: 'formula-reads',
  about:
    'The TeX of a formula can be read: one that cannot is printed as TeX, which readers and screen readers stumble on.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const {macros} = article.meta
    for (const node of nodesOf(article)) {
      if (node.type !== 'math' && node.type !== 'inlineMath') continue
      const result = mathml(node.value, {display: node.type === 'math', macros})
      if ('tree' in result) continue
      report({
        reason: `Cannot read the formula: ${result.error}${result.macro === undefined ? '' : `, in the macro \`${result.macro}\``}`,
        place: placeInFormula(node, result.offset),
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
    {markdown: '$$ a + \\nosuch $$', problems: ['1:8 Cannot read the formula: Unsupported function name: \\nosuch']},
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
