import type {Nodes} from 'mdast'
import type {Library} from '../model/article.ts'
import {attributesOf} from '../model/attributes.ts'
import type {Citation, CrossReference} from '../model/nodes.ts'
import {theoremKinds} from '../model/statement-kind.ts'
import {walk} from '../util/walk.ts'
import {labelsIn} from './identifiers.ts'

/**
 * Make pointers of citations whose keys are no works of the bibliography, but labels of what carries a number:
 * MyST's `@my-figure` (https://mystmd.org/guide/cross-references), whatever the label begins with.
 */
export function citedLabels(texts: ReadonlyArray<Nodes>, library: Library): void {
  let labels: ReadonlySet<string> | undefined
  const made = <N extends Nodes>(node: N): CrossReference | N => {
    if (node.type !== 'citation') return node
    labels ??= labelsOf(texts)
    return isPointer(node, library, labels) ? pointer(node) : node
  }
  for (const node of walk(texts))
    if ('children' in node && node.children.some(({type}) => type === 'citation'))
      Object.assign(node, {children: node.children.map(made)})
}

function labelsOf(texts: ReadonlyArray<Nodes>): ReadonlySet<string> {
  return new Set([...walk(texts)].filter(isCounted).flatMap(labelsIn))
}

function isCounted(node: Nodes): boolean {
  if (node.type === 'div') return attributesOf(node).classes.some((name) => statements.has(name))
  return node.type === 'figure' || node.type === 'heading' || node.type === 'math'
}

const statements: ReadonlySet<string> = new Set([...theoremKinds, 'proof'])

function isPointer({items, namesOnly}: Citation, library: Library, labels: ReadonlySet<string>): boolean {
  const isOfLabel = ({key, prefix, suffix, locator}: Citation['items'][number]) =>
    labels.has(key) && !library.has(key) && prefix.length + suffix.length === 0 && locator === undefined
  return namesOnly !== true && items.every(isOfLabel)
}

function pointer({items, position}: Citation): CrossReference {
  const at = position === undefined ? {} : {position}
  return {
    type: 'crossReference',
    targets: items.map((item) => ({
      label: item.key,
      ...(item.position === undefined ? {} : {position: item.position})
    })),
    bare: items.every(({suppressAuthor}) => suppressAuthor),
    capitalised: false,
    children: [],
    ...at
  }
}
