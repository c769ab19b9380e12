import {placeOf} from '../../model/place.ts'
import {anchorsOf, fragmentOf} from '../../util/anchors.ts'
import {nodesOf} from '../../util/nodes.ts'
import {textsOf} from '../../util/texts.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const linkResolves: Rule = {
  id: 'link-resolves',
  about: 'A link inside the article leads somewhere.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    const anchors = anchorsOf(textsOf(article))
    const suggest = suggester(anchors)
    for (const node of nodesOf(article)) {
      // A link without a position is one that we made.
      if (node.type !== 'link' || node.position === undefined) continue
      const anchor = fragmentOf(node.url)
      if (anchor === undefined || anchors.has(anchor)) continue
      report({
        reason: `Cannot find \`${node.url}\`, expected a label or the slug of a heading`,
        place: placeOf(node),
        expected: suggest(anchor).map((candidate) => `#${candidate}`)
      })
    }
  },
  examples: [
    {markdown: '# Methods\n\nSee [the methods](#methods).', problems: []},
    {markdown: '# Über uns\n\nSee [us](#%C3%9Cber-uns).', problems: []},
    {
      markdown: '# Methods\n\nSee [the methods](#method).',
      problems: ['3:5 Cannot find `#method`, expected a label or the slug of a heading']
    }
  ]
}
