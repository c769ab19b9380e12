import type {Section} from '../model/nodes.ts'

/**
 * Whether a section is one of references: under its heading nothing but lists of them and sections of such; prose too if the
 * section is called so.
 */
export function isReferences({children, roles = []}: Section): boolean {
  const rest = children[0]?.type === 'heading' ? children.slice(1) : children
  const lists = rest.filter((node) => node.type === 'bibliography' || (node.type === 'section' && isReferences(node)))
  const others = rest.filter((node) => !lists.includes(node))
  const isProse = roles.includes('references') && others.every(({type}) => type !== 'section')
  return lists.length > 0 && (others.length === 0 || isProse)
}
