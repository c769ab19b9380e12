import type {Nodes} from 'mdast'
import {textOf} from '../../util/text.ts'

const raised: ReadonlyMap<string, string> = mapOf('0123456789+−-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ')
const lowered: ReadonlyMap<string, string> = mapOf('0123456789+−-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')

/** Phrasing content as it reads without markup; what markup alone says is said with signs. */
export function inlineText(nodes: ReadonlyArray<Nodes>): string {
  return nodes.map(one).join('')
}

function one(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\n/g, ' ')
    case 'break':
      return '\n'
    case 'delete':
      return `~~${inlineText(node.children)}~~`
    case 'footnoteReference':
      return script(node.identifier, raised, '^')
    case 'image':
      return node.alt ? `[${node.alt}]` : ''
    case 'link':
      return link(node.url, inlineText(node.children))
    case 'subscript':
      return script(inlineText(node.children), lowered, '_')
    case 'superscript':
      return script(inlineText(node.children), raised, '^')
    default:
      return 'children' in node ? inlineText(node.children as ReadonlyArray<Nodes>) : textOf(node)
  }
}

/** The address behind the words, unless the words say it or it leads to another place of the text. */
function link(url: string, words: string): string {
  const bare = url.replace(/^mailto:|^https?:\/\/(?:doi\.org\/)?|\/$/g, '')
  return url.startsWith('#') || words.includes(bare) ? words : `${words} <${url}>`
}

/** Unicode's small signs where it has them all, else a sign before it. */
function script(text: string, signs: ReadonlyMap<string, string>, sign: string): string {
  const characters = [...text]
  const small = characters.map((character) => signs.get(character))
  if (small.every((character) => character !== undefined)) return small.join('')
  return characters.length === 1 ? sign + text : `${sign}(${text})`
}

function mapOf(from: string, to: string): ReadonlyMap<string, string> {
  const signs = [...to]
  return new Map([...from].map((character, index) => [character, signs[index] ?? character]))
}
