import type {ElementContent, Properties} from 'hast'
import {h} from 'hastscript'
import type {Heading} from 'mdast'
import type {Section} from '../../model/nodes.ts'
import type {SectionRole} from '../../model/section-role.ts'
import {isStatement} from '../../model/section-role.ts'
import {numbered} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'
import {authored} from './attributes.ts'
import {role, type Writer, type Written} from './scope.ts'

/** A section with all below it; headings take their level from the nesting, so that none is skipped. */
export function section(node: Section, {all, scope}: Writer): Written {
  scope.level += 1
  const children = all(node)
  scope.level -= 1
  return h(
    'section',
    {...authored(node, classesOf(node, scope)), id: node.identifier, ...roleOf(node, scope)},
    runsIn(node, scope) ? runIn(children) : children
  )
}

/** A heading; its number comes from the section that it opens. */
export function heading(node: Heading, {all, scope, parent}: Writer): Written {
  const opens = parent?.type === 'section' && parent.children[0] === node ? parent : undefined
  const level = Math.min(6, opens === undefined ? scope.level + 2 : scope.level + 1)
  const {id: _, ...properties} = authored(node)
  return h(`h${level}`, opens === undefined ? authored(node) : properties, [
    ...numberOf(opens, scope),
    ...all(node),
    ...stopOf(node, opens, scope)
  ])
}

function numberOf(opens: Section | undefined, scope: Writer['scope']) {
  if (opens?.number === undefined) return []
  const atTop = opens.appendix === true && !opens.number.includes('.')
  const words = atTop ? numbered(scope.words.appendix.caption, opens.number) : opens.number
  return [h('span', {className: ['number']}, words), {type: 'text' as const, value: ' '}]
}

/** Whether text runs on from the heading of a section, as the template may ask. */
function runsIn({children}: Section, {article}: Writer['scope']): boolean {
  return article.template.settings['runInHeadings'] === true && children[1]?.type === 'paragraph'
}

/** A heading and the paragraph that runs on from it, in a box: beside naked runs of text Chromium overlooks widows. */
function runIn([heading, first, ...rest]: Array<ElementContent>): Array<ElementContent> {
  if (heading === undefined || first === undefined) return rest
  return [h('div', {className: ['run-in']}, [heading, {type: 'text', value: ' '}, first]), ...rest]
}

/** A heading that text runs on from ends with a full stop. */
function stopOf(node: Heading, opens: Section | undefined, scope: Writer['scope']) {
  if (opens === undefined || !runsIn(opens, scope) || /[.!?…:]$/.test(textOf(node).trimEnd())) return []
  return [{type: 'text' as const, value: '.'}]
}

/** Set as the declarations of the front matter are. */
function classesOf(node: Section, scope: Writer['scope']): ReadonlyArray<string> {
  const kind = scope.level === 0 ? node.roles?.find(isStatement) : undefined
  if (kind !== undefined) return ['statement', kind]
  return node.children.some((child) => child.type === 'bibliography') ? ['bibliography'] : []
}

/** Roles of DPUB-ARIA 1.1 that a section can have. */
const ariaRoles: Readonly<Partial<Record<SectionRole, string>>> = {
  acknowledgements: 'doc-acknowledgments',
  conclusion: 'doc-conclusion',
  introduction: 'doc-introduction'
}

/** Landmarks, which are told apart by their names, are the sections of the top alone. */
function roleOf(node: Section, scope: Writer['scope']): Properties {
  if (node.children.some((child) => child.type === 'bibliography')) return role(scope, 'doc-bibliography')
  const [heading] = node.children
  const {roles = []} = node
  const isAppendix = node.appendix === true && node.number?.includes('.') !== true
  const name = isAppendix ? 'doc-appendix' : roles.length === 1 && roles[0] ? ariaRoles[roles[0]] : undefined
  if (name === undefined || scope.level > 0 || heading?.type !== 'heading' || scope.medium !== 'screen') return {}
  return {role: name, ariaLabel: textOf(heading)}
}
