import type {Label} from '../../model/article.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

export const floatMentioned: Rule = {
  id: 'float-mentioned',
  about: 'The text points at every figure, table and listing that has a label: readers learn when to look at it.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    const mentioned = new Set<string>()
    for (const node of nodesOf(article)) {
      if (node.type === 'crossReference') for (const {label} of node.targets) mentioned.add(label)
      if (node.type === 'link' && node.url.startsWith('#')) mentioned.add(node.url.slice(1))
    }
    for (const [label, [first]] of article.labels) {
      // A part is mentioned with its figure.
      if (first === undefined || mentioned.has(label) || !isFloat(first) || /[a-z]$/.test(first.number ?? '')) continue
      report({
        reason: `Cannot find a mention of \`${label}\`, expected \`@${label}\` in the text`,
        place: first.place
      })
    }
  },
  examples: [
    {markdown: 'See @fig:a.\n\n![A square.](a.png){#fig:a}', files: {'a.png': ''}, problems: []},
    {
      markdown: '![A square.](a.png){#fig:a}',
      files: {'a.png': ''},
      problems: ['1:1 Cannot find a mention of `fig:a`, expected `@fig:a` in the text']
    }
  ]
}

function isFloat({kind}: Label): boolean {
  return kind === 'figure' || kind === 'table' || kind === 'listing'
}
