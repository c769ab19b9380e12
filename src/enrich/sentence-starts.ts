import type {Nodes} from 'mdast'

/** A word of four letters or more and the mark that ends its sentence: a shorter one may be abbreviated, “cf.” or “см.”. */
const ended = /(?:\p{L}{4,}|[)\]»”"])[.!?…]["”»)]?\s+$/u

/** The children of a paragraph or a caption that begin a sentence. */
export function sentenceStarts(node: Nodes): ReadonlyArray<Nodes> {
  if (node.type !== 'paragraph' && node.type !== 'caption') return []
  const children: ReadonlyArray<Nodes> = node.children
  return children.filter((_, index) => {
    const before = children[index - 1]
    return before === undefined || (before.type === 'text' && ended.test(before.value.slice(-60)))
  })
}
