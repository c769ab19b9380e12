import {attributesOf} from '../../model/attributes.ts'
import {placeOf} from '../../model/place.ts'
import {sectionRoles} from '../../model/section-role.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

const known: ReadonlySet<string> = new Set([...sectionRoles, 'none'])

export const sectionRoleKnown: Rule = {
  id: 'section-role-known',
  about: 'The role that a heading gives its section, `{role=ethics}`, is one that formats know.',
  severity: 'warning',
  defaults: {},
  check({body}, report) {
    const nearest = suggester(known)
    for (const node of walk(body)) {
      const role = node.type === 'heading' ? attributesOf(node).pairs.get('role') : undefined
      for (const each of role?.split(/[\s,|]+/) ?? [])
        if (!known.has(each))
          report({reason: `Unexpected role \`${each}\` of a section`, place: placeOf(node), expected: nearest(each)})
    }
  },
  examples: [
    {markdown: '# Whom we asked {role="ethics consent"}\n\nText.', problems: []},
    {
      markdown: '# Whom we asked {role=etics}\n\nText.',
      problems: ['1:1 Unexpected role `etics` of a section']
    }
  ]
}
