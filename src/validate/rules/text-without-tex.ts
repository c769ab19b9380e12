import {nodesOf} from '../../util/nodes.ts'
import {placeWithin} from '../place-within.ts'
import type {Rule} from '../rule.ts'

export const textWithoutTex: Rule = {
  id: 'text-without-tex',
  about: 'Text holds no commands of LaTeX but those that are read: readers would see others as they stand.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const node of nodesOf(article)) {
      if (node.type !== 'text') continue
      for (const {0: command, 1: environment, index} of node.value.matchAll(commands)) {
        // Its beginning has been told.
        if (environment !== undefined && command.startsWith('\\end')) continue
        const what = environment === undefined ? `command \`${command}\`` : `environment \`${environment}\``
        report({
          reason: `Unexpected LaTeX ${what} in the text, expected Markdown`,
          place: placeWithin(node, index, command.length),
          note: noteOn(command)
        })
      }
    }
  },
  examples: [
    {markdown: 'As $\\frac{1}{2}$ and `\\cite{a}` show.', problems: []},
    {
      markdown: 'As \\enquote{he} says.',
      problems: ['1:4 Unexpected LaTeX command `\\enquote` in the text, expected Markdown']
    },
    {markdown: 'It *is* \\textit{so} in \\LaTeX{}.', problems: []},
    {
      markdown: '\\begin{tikzpicture}\nlines\n\\end{tikzpicture}',
      problems: ['1:1 Unexpected LaTeX environment `tikzpicture` in the text, expected Markdown']
    }
  ]
}

const commands = /(?<![\w:\\])\\(?:(?:begin|end)\{([^{}\n]+)\}|[A-Za-z]+)/g

function noteOn(command: string): string {
  if (/^\\[Cc]ite/.test(command)) return 'Write `[@key]`, or `@key` in running text.'
  if (/ref$/.test(command)) return 'Write `@fig:label`, `@tbl:label`, `@eq:label` or `@sec:label`.'
  if (/^\\(?:begin|end)\b/.test(command))
    return 'Write mathematics between `$$` and `$$`, and figures and tables in Markdown.'
  return 'Write it in Markdown, or in a formula between `$` and `$`.'
}
