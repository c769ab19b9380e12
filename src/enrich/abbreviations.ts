import type {Nodes, PhrasingContent, Text} from 'mdast'
import {walk} from '../util/walk.ts'

/** What is printed as a work has it, or as code, and what is an abbreviation already. */
const leftAlone: ReadonlySet<string> = new Set(['citation', 'crossReference', 'reference'])

/** Mark the abbreviations of a text, whole words alone, as spans `.abbr` that say in their `title` what they mean. */
export function abbreviate(texts: ReadonlyArray<Nodes>, meanings: ReadonlyMap<string, string>): void {
  if (meanings.size === 0) return
  const byWord = wordsOf(meanings)
  const inside = new Set<Nodes>()
  for (const node of walk(texts)) {
    if (!('children' in node)) continue
    if (leftAlone.has(node.type) || inside.has(node) || isMarked(node)) {
      for (const child of node.children) inside.add(child)
      continue
    }
    if (!node.children.some(({type}) => type === 'text')) continue
    const children = node.children.flatMap(
      (child): ReadonlyArray<Nodes> => (child.type === 'text' ? pieces(child, byWord) : [child])
    )
    if (children.length > node.children.length || children.some((child, index) => child !== node.children[index]))
      Object.assign(node, {children})
  }
}

interface Meaning {
  readonly short: string
  readonly long: string
  /** Where in it its first word begins. */
  readonly lead: number
}

const letters = /[\p{L}\p{M}\p{N}]+/gu

/** Abbreviations by their first word, the longest first. */
function wordsOf(meanings: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlyArray<Meaning>> {
  const byWord = new Map<string, Array<Meaning>>()
  for (const [short, long] of meanings) {
    const [first] = short.matchAll(letters)
    if (first === undefined) continue
    const list = byWord.get(first[0]) ?? []
    byWord.set(first[0], list)
    list.push({short, long, lead: first.index})
  }
  for (const list of byWord.values()) list.sort((a, b) => b.short.length - a.short.length)
  return byWord
}

function pieces(node: Text, byWord: ReadonlyMap<string, ReadonlyArray<Meaning>>): ReadonlyArray<PhrasingContent> {
  // Spaces that do not break are as good as others.
  const plain = node.value.replace(/[\u00A0\u202F]/g, ' ')
  const found: Array<PhrasingContent> = []
  let end = 0
  for (const {0: word, index} of plain.matchAll(letters)) {
    if (index < end) continue
    const match = byWord
      .get(word)
      ?.find((each) => index - each.lead >= end && stands(plain, index - each.lead, each.short))
    if (match === undefined) continue
    const from = index - match.lead
    if (from > end) found.push({...node, value: node.value.slice(end, from)})
    end = from + match.short.length
    found.push(marked({...node, value: node.value.slice(from, end)}, match.long))
  }
  if (end === 0) return [node]
  return end < plain.length ? [...found, {...node, value: node.value.slice(end)}] : found
}

/** Whether it stands there, and neither in the middle nor at the edge of a longer word. */
function stands(text: string, at: number, short: string): boolean {
  if (!text.startsWith(short, at)) return false
  const isLetter = (character: string) => /[\p{L}\p{M}\p{N}_]/u.test(character)
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const [after = ''] = text.slice(at + short.length, at + short.length + 2)
  const [first = ''] = short
  return !(isLetter(first) && isLetter(before)) && !(isLetter(short.at(-1) ?? '') && isLetter(after))
}

function marked(text: Text, long: string): PhrasingContent {
  const {position} = text
  const attributes = {classes: ['abbr'], pairs: new Map([['title', long]])}
  return {type: 'span', data: {attributes}, children: [text], ...(position === undefined ? {} : {position})}
}

function isMarked(node: Nodes): boolean {
  return node.type === 'span' && node.data?.attributes?.classes.includes('abbr') === true
}
