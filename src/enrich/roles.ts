import type {Heading} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import type {SectionRole} from '../model/section-role.ts'
import {sectionRoles} from '../model/section-role.ts'
import {rolesOfTitle} from '../util/section-roles.ts'
import {textOf} from '../util/text.ts'

/** What the section that a heading opens is for: as its author says, `{.acknowledgements}` or `{role=ethics}`, or by its words. */
export function rolesOf(heading: Heading): ReadonlyArray<SectionRole> {
  const {classes, pairs} = attributesOf(heading)
  const wishes = [...classes, ...(pairs.get('role') ?? '').split(/[\s,|]+/)]
  const said = sectionRoles.filter((role) => wishes.includes(role))
  return said.length > 0 || wishes.includes('none') ? said : rolesOfTitle(textOf(heading))
}
