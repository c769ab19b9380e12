import {attributesOf} from '../../model/attributes.ts'
import {placeOf} from '../../model/place.ts'
import {nodesOf} from '../../util/nodes.ts'
import type {Rule} from '../rule.ts'

export const figureHasAlt: Rule = {
  id: 'figure-has-alt',
  about: 'An image has a text for those who cannot see it: WCAG 2.2, success criterion 1.1.1.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const node of nodesOf(article)) {
      if (node.type !== 'image' || (node.alt ?? '').trim() !== '') continue
      // HTML's way to say that an image is mere decoration.
      if (attributesOf(node).pairs.get('alt') === '') continue
      report({
        reason: `Cannot find alternative text for \`${node.url}\`, expected what the image shows`,
        place: placeOf(node),
        note: 'Write `![Caption](file.png){alt="What it shows."}`, or `alt=""` for mere decoration.'
      })
    }
  },
  examples: [
    {markdown: 'Here ![a square](a.png) it is.', files: {'a.png': ''}, problems: []},
    {markdown: '![A caption.](a.png){alt="A square."}', files: {'a.png': ''}, problems: []},
    {
      markdown: 'Here ![](a.png) it is.',
      files: {'a.png': ''},
      problems: ['1:6 Cannot find alternative text for `a.png`, expected what the image shows']
    }
  ]
}
