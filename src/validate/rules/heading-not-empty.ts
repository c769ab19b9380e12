import {placeOf} from '../../model/place.ts'
import {textOf} from '../../util/text.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'

export const headingNotEmpty: Rule = {
  id: 'heading-not-empty',
  about: 'A heading has words: an empty one leaves a hole in the outline and in the table of contents.',
  severity: 'warning',
  defaults: {},
  check({body}, report) {
    for (const node of walk(body))
      if (node.type === 'heading' && textOf(node).trim() === '')
        report({reason: 'Unexpected empty heading, expected its words', place: placeOf(node)})
  },
  examples: [
    {markdown: '# Introduction\n\nText.', problems: []},
    {markdown: '#\n\nText.', problems: ['1:1 Unexpected empty heading, expected its words']}
  ]
}
