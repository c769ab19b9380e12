import type {Nodes} from 'mdast'
import type {Article, Note} from '../../src/model/article.ts'
import {wordsOf} from './words.ts'

/** Nodes whose words pandoc's side lacks too: they are compared elsewhere. */
const skipped: ReadonlySet<string> = new Set(['bibliography', 'citation', 'code', 'crossReference', 'inlineCode'])
const withinWords: ReadonlySet<string> = new Set(['emphasis', 'strong', 'span', 'subscript', 'superscript', 'text'])

/** Words of an article's running text, as the author had them: notes where they are called, the abstract where it was written. */
export function ourWords({body, meta, notes}: Article): ReadonlyArray<string> {
  const parts: Array<string> = []
  const unread = new Map(notes.map((note) => [note.identifier, note]))
  const abstract = meta.abstract?.children[0]
  let before = abstract !== undefined && meta.places.get('abstract') === undefined

  function read(node: Nodes, inFigure = false): void {
    if (before && isAfter(node, abstract)) readAbstract()
    if (skipped.has(node.type)) return
    const gap = withinWords.has(node.type) ? '' : ' '
    parts.push(gap, ownText(node, inFigure))
    if (node.type === 'footnoteReference') readNote(unread.get(node.identifier))
    const children: ReadonlyArray<Nodes> = 'children' in node ? node.children : []
    const alone = node.type === 'figure' || (inFigure && children.length === 1)
    for (const child of children) read(child, alone)
    parts.push(gap)
  }

  function readAbstract(): void {
    before = false
    for (const child of meta.abstract?.children ?? []) read(child)
  }

  function readNote(note: Note | undefined): void {
    if (note === undefined) return
    unread.delete(note.identifier)
    parts.push(' ')
    for (const child of note.children) read(child)
  }

  read(body)
  if (before) readAbstract()
  for (const note of unread.values()) readNote(note)
  return wordsOf(parts.join(''))
}

/** pandoc takes the text of an image that is a figure for its caption. */
function ownText(node: Nodes, inFigure: boolean): string {
  if (node.type === 'text') return node.value
  return node.type === 'image' && !inFigure ? (node.alt ?? '') : ''
}

function isAfter(node: Nodes, other: Nodes | undefined): boolean {
  if (node.type === 'root' || node.type === 'section') return false
  const [at, than] = [node.position, other?.position]
  if (at?.file === undefined || than?.file === undefined) return false
  return at.file === than.file ? at.start.line > than.start.line : at.file > than.file
}
