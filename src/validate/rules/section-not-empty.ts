import {placeOf} from '../../model/place.ts'
import {textOf} from '../../util/text.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'

export const sectionNotEmpty: Rule = {
  id: 'section-not-empty',
  about: 'A section holds something below its heading: an empty one is a text that somebody forgot.',
  severity: 'warning',
  defaults: {},
  check({body}, report) {
    for (const node of walk(body)) {
      if (node.type !== 'section' || node.children.length > 1) continue
      const [heading] = node.children
      const title = heading === undefined ? '' : textOf(heading)
      report({
        reason: `Unexpected empty section \`${title}\`, expected text below its heading`,
        place: placeOf(heading)
      })
    }
  },
  examples: [
    {markdown: '# Methods\n\n## Sample\n\nText.', problems: []},
    {
      markdown: '# Methods\n\n# Results\n\nText.',
      problems: ['1:1 Unexpected empty section `Methods`, expected text below its heading']
    }
  ]
}
