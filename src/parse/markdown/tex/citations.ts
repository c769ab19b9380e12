import type {PhrasingContent, Text} from 'mdast'
import type {CitationItem} from '../../../model/nodes.ts'
import {locatorOf} from '../locator.ts'
import type {Group, Groups} from './groups.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {ReadGroup} from './reader.ts'

/**
 * `\citep[see][p. 3]{a, b}`: the note before goes to the first work, the note behind to the last.
 * A lone note is the one behind, as in natbib and biblatex.
 */
export function citationsOf(
  node: TexNode,
  {optional, required}: Groups,
  mode: 'narrative' | 'parenthetical' | 'year',
  read: ReadGroup
): Array<PhrasingContent> {
  const [keys] = required
  const [first, second] = optional
  const [before, behind] = second === undefined ? [undefined, first] : [first, second]
  const items = keys === undefined ? [] : keysIn(keys).map((key) => itemOf(node, key, mode))
  const [opening] = items
  if (opening !== undefined && before !== undefined) items[0] = {...opening, prefix: read(tied(before))}
  const last = items.at(-1)
  if (last !== undefined && behind !== undefined)
    items[items.length - 1] = {...last, ...locatorOf(suffix(behind, read))}
  const place = node.position === undefined ? {} : {position: node.position}
  if (items.length === 0) return []
  // A sentence names several works one by one.
  if (mode !== 'narrative') return [{type: 'citation', mode: 'parenthetical', items, children: [], ...place}]
  return items.flatMap((item, index): ReadonlyArray<PhrasingContent> => {
    const one: PhrasingContent = {type: 'citation', mode, items: [item], children: [], ...place}
    return index === 0 ? [one] : [{type: 'text', value: ', '}, one]
  })
}

/** The names in a list parted by commas, each with its place. */
export function keysIn({text, at}: Group): ReadonlyArray<Group> {
  return [...text.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map(({0: key, index}) => ({text: key, at: at + index}))
}

function itemOf(node: TexNode, {text, at}: Group, mode: 'narrative' | 'parenthetical' | 'year'): CitationItem {
  return {key: text, ...positionIn(node, at, text.length), prefix: [], suffix: [], suppressAuthor: mode === 'year'}
}

function suffix(group: Group, read: ReadGroup): ReadonlyArray<PhrasingContent> {
  const [first, ...rest] = read(tied(group))
  if (first === undefined) return []
  const comma: Text = {type: 'text', value: ', '}
  return first.type === 'text' ? [{...first, value: `, ${first.value}`}, ...rest] : [comma, first, ...rest]
}

/** TeX's tie is a space that does not break. */
function tied({text, at}: Group): Group {
  return {text: text.replaceAll('~', '\u00a0'), at}
}
