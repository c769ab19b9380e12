import type {FootnoteDefinition, Nodes} from 'mdast'
import type {Citation} from '../../model/nodes.ts'
import type {Survey} from './survey.ts'

/** A citation where it stands. */
export interface Cited {
  readonly node: Citation
  readonly parent: Nodes | undefined
  /** Stands in a link, which holds no other (HTML Living Standard, 4.5.1). */
  readonly inLink: boolean
  /** Stands in a note that the author wrote. */
  readonly inNote: boolean
  /** The number of the note it stands in or makes; 0 in running text. */
  readonly note: number
}

/**
 * Every citation of the texts in reading order, those of a note where the note is first called.
 * With `makesNotes`, citations outside notes are counted as notes themselves.
 */
export function citedIn(
  texts: ReadonlyArray<Nodes>,
  {definitions}: Pick<Survey, 'definitions'>,
  makesNotes: boolean
): ReadonlyArray<Cited> {
  const found: Array<Cited> = []
  const called = new Set<string>()
  const later: Array<{readonly definition: FootnoteDefinition; readonly note: number}> = []
  let notes = 0
  const call = (identifier: string, inNote: boolean) => {
    const definition = definitions.get(identifier)
    if (definition === undefined || called.has(identifier)) return
    called.add(identifier)
    // A note called in a note is numbered after those of the text.
    if (inNote) later.push({definition, note: ++notes})
    else visit([definition], ++notes)
  }
  const visit = (nodes: ReadonlyArray<Nodes>, inside: number | undefined) => {
    inOrder(nodes, (node, parent, inLink) => {
      if (node.type === 'footnoteReference') call(node.identifier, inside !== undefined)
      if (node.type !== 'citation') return
      const note = inside ?? (makesNotes && node.namesOnly !== true ? ++notes : 0)
      found.push({node, parent, inLink, inNote: inside !== undefined, note})
    })
  }
  visit(texts, undefined)
  for (const {definition, note} of later) visit([definition], note)
  return found
}

/** A node whose children are gone through. */
interface Level extends Pick<Cited, 'inLink' | 'parent'> {
  readonly children: ReadonlyArray<Nodes>
  /** The place of the next one. */
  next: number
}

/** Tell of nodes and where they stand, without the insides of notes other than those given. */
function inOrder(
  nodes: ReadonlyArray<Nodes>,
  tell: (node: Nodes, parent: Nodes | undefined, inLink: boolean) => void
): void {
  const open: Array<Level> = [{children: nodes, parent: undefined, inLink: false, next: 0}]
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const {parent, inLink} = level
    const node = level.children[level.next++]
    if (node === undefined) open.pop()
    else if (node.type !== 'footnoteDefinition' || parent === undefined) {
      tell(node, parent, inLink)
      if ('children' in node && node.type !== 'citation')
        open.push({children: node.children, parent: node, inLink: inLink || node.type === 'link', next: 0})
    }
  }
}
