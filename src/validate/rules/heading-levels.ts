import {placeOf} from '../../model/place.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'

export const headingLevels: Rule = {
  id: 'heading-levels',
  about: 'Headings go down one level at a time: readers who listen to a page move by its outline.',
  severity: 'warning',
  defaults: {},
  check({body}, report) {
    let above: number | undefined
    for (const node of walk(body)) {
      if (node.type !== 'heading') continue
      if (above !== undefined && node.depth > above + 1)
        report({
          reason: `Unexpected heading of level ${node.depth}, expected level ${above + 1} at most`,
          place: placeOf(node),
          note: `Write \`${'#'.repeat(above + 1)}\` before it, or give it a parent.`
        })
      above = node.depth
    }
  },
  examples: [
    {markdown: '# One\n\nA.\n\n## Two\n\nB.\n\n### Three\n\nC.\n\n# Four\n\nD.', problems: []},
    {
      markdown: '# One\n\nA.\n\n### Three\n\nC.',
      problems: ['5:1 Unexpected heading of level 3, expected level 2 at most']
    }
  ]
}
