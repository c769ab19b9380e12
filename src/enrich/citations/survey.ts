import type {FootnoteDefinition, Nodes, Root} from 'mdast'
import type {Bibliography} from '../../model/nodes.ts'

/** What of the texts is asked for more than once. */
export interface Survey {
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>
  /** The names that notes have already. */
  readonly noteNames: ReadonlySet<string>
  /** Of the body, in its order. */
  readonly lists: ReadonlyArray<Bibliography>
}

interface Gathered {
  readonly definitions: Map<string, FootnoteDefinition>
  readonly noteNames: Set<string>
  readonly lists: Array<Bibliography>
}

/** Go through all texts once. */
export function surveyOf(texts: ReadonlyArray<Nodes>, body: Root): Survey {
  const found: Gathered = {definitions: new Map(), noteNames: new Set(), lists: []}
  for (const text of texts.toReversed()) gather(text, text === body ? found : {...found, lists: []})
  return {...found, lists: found.lists.reverse()}
}

/** From the end to the beginning. */
function gather(text: Nodes, found: Gathered): void {
  const open = [text]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    look(node, found)
    if ('children' in node) for (const child of node.children) open.push(child)
  }
}

function look(node: Nodes, {definitions, noteNames, lists}: Gathered): void {
  if (node.type === 'bibliography') lists.push(node)
  if (node.type !== 'footnoteDefinition' && node.type !== 'footnoteReference') return
  noteNames.add(node.identifier)
  if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
}
