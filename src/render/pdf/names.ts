import type {RootContent} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Terms} from '../../util/terms.ts'
import {numbered, terms} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'

/** Characters of a note that say what it is. */
const longest = 200

/** What links within the article lead to, in words, by the identifier of the place. */
export function namesOf(article: Article): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const words = terms(article.meta.language)
  for (const note of article.notes) {
    const text = textOf(note.children).replace(/\s+/g, ' ').trim()
    names.set(`note-${note.number}`, `${numbered(words.note.caption, String(note.number))}: ${short(text)}`)
  }
  const queue: Array<RootContent> = [...article.body.children].reverse()
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [identifier, name] = nameOf(next, words) ?? []
    if (identifier !== undefined && name !== undefined) names.set(identifier, name.replace(/\s+/g, ' ').trim())
    if ('children' in next) for (const child of [...next.children].reverse()) queue.push(child)
  }
  return names
}

function nameOf(node: RootContent, words: Terms): readonly [identifier: string | undefined, name: string] | undefined {
  switch (node.type) {
    case 'figure':
      return [node.identifier, numbered(words[node.kind].one, node.number ?? '')]
    case 'reference':
      return [node.identifier, textOf(node.children)]
    case 'section':
      return [node.identifier, `${node.number ?? ''} ${textOf(node.children.slice(0, 1))}`]
    default:
      return undefined
  }
}

/** Its beginning, up to the end of a word, where it is long. */
function short(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s\S*$/, '')}…`
}
