import {placeOf} from '../../model/place.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

export const citationsParted: Rule = {
  id: 'citations-parted',
  about:
    'Works cited together are parted by semicolons: other programs take what follows a comma for words about the work before.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    for (const node of nodesOf(article)) {
      if (node.type !== 'citation') continue
      for (const {key, position, isJoined} of node.items) {
        if (isJoined !== true) continue
        report({
          reason: `Unexpected \`@${key}\` after another work, expected \`;\` between them`,
          place: placeOf({type: node.type, position: position ?? node.position}),
          note: `Write \`; @${key}\`. It is cited as if that stood there.`
        })
      }
    }
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a; see @b].',
      files: {'refs.bib': '@book{a, title = {A}, year = 1984}\n@book{b, title = {B}, year = 1985}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a, @b].',
      files: {'refs.bib': '@book{a, title = {A}, year = 1984}\n@book{b, title = {B}, year = 1985}'},
      problems: ['5:15 Unexpected `@b` after another work, expected `;` between them']
    }
  ]
}
