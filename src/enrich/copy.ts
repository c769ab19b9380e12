import type {Nodes, Root} from 'mdast'
import type {Draft} from '../model/article.ts'
import type {Inline, Meta, Translation} from '../model/meta.ts'

/** The draft's texts, apart from the draft: what follows may write in them. */
export function copyOf(draft: Draft): {readonly meta: Meta; readonly body: Root} {
  const {meta} = draft
  const copy: Meta = {
    ...meta,
    title: copyInline(meta.title),
    subtitle: meta.subtitle && copyInline(meta.subtitle),
    abstract: meta.abstract && copyTree(meta.abstract),
    graphicalAbstract: meta.graphicalAbstract && copyTree(meta.graphicalAbstract),
    plainSummary: meta.plainSummary && copyTree(meta.plainSummary),
    beside: meta.beside && {...meta.beside, products: meta.beside.products.map(copyInline)},
    statements: meta.statements && copyMap(meta.statements, copyTree),
    translations: copyMap(meta.translations, copyWords)
  }
  return {meta: copy, body: copyTree(draft.body)}
}

/** A tree with new nodes; attributes, positions and other values are shared. No depth exhausts the stack. */
export function copyTree<Tree extends Nodes>(tree: Tree): Tree {
  const copy = {...tree}
  const open: Array<Nodes> = [copy]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.data !== undefined) node.data = {...node.data}
    if (!('children' in node)) continue
    const children: Array<Nodes> = node.children.map((child) => ({...child}))
    Object.assign(node, {children})
    for (const child of children) open.push(child)
  }
  return copy
}

function copyInline(line: Inline): Inline {
  return line.map(copyTree)
}

function copyWords(translation: Translation): Translation {
  const {title, subtitle, abstract} = translation
  return {
    ...translation,
    title: title && copyInline(title),
    subtitle: subtitle && copyInline(subtitle),
    abstract: abstract && copyTree(abstract)
  }
}

function copyMap<Key, Value>(map: ReadonlyMap<Key, Value>, copy: (value: Value) => Value): ReadonlyMap<Key, Value> {
  return new Map([...map].map(([key, value]) => [key, copy(value)]))
}
