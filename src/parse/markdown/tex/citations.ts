import type {PhrasingContent, Text} from 'mdast'
import type {CitationItem} from '../../../model/nodes.ts'
import {locatorOf} from '../locator.ts'
import type {Group, Groups} from './groups.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {ReadGroup} from './reader.ts'

/** What of a work is named: as in running text, in parentheses, its year alone or its authors alone. */
type Mode = 'names' | 'narrative' | 'parenthetical' | 'year'

/**
 * `\citep[see][p. 3]{a, b}`: the note before goes to the first work, the note behind to the last.
 * A lone note is the one behind, as in natbib and biblatex.
 */
export function citationsOf(
  node: TexNode,
  {optional, required}: Groups,
  mode: Mode,
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
  if (mode === 'parenthetical' || mode === 'year')
    return [{type: 'citation', mode: 'parenthetical', items, children: [], ...place}]
  return items.flatMap((item, index): ReadonlyArray<PhrasingContent> => {
    const only = mode === 'names' ? {namesOnly: true} : {}
    const one: PhrasingContent = {type: 'citation', mode: 'narrative', items: [item], ...only, children: [], ...place}
    return index === 0 ? [one] : [{type: 'text', value: ', '}, one]
  })
}

/** natbib's `\citetext{see \citealp{a}, and \citealp{b}}`: one citation in parentheses, with the words around its works. */
export function citedText(children: Array<PhrasingContent>, node: TexNode): Array<PhrasingContent> {
  const place = node.position === undefined ? {} : {position: node.position}
  const items: Array<CitationItem> = []
  let words: Array<PhrasingContent> = []
  for (const child of children) {
    if (child.type !== 'citation') words.push(child)
    else {
      const [first, ...others] = child.items
      if (first !== undefined)
        items.push({...first, prefix: [...opened(words, items.length > 0), ...first.prefix]}, ...others)
      words = []
    }
  }
  const last = items.at(-1)
  const text = (value: string): PhrasingContent => ({type: 'text', value, ...place})
  if (last === undefined) return [text('('), ...children, text(')')]
  items[items.length - 1] = {...last, suffix: [...last.suffix, ...words]}
  return [{type: 'citation', mode: 'parenthetical', items, children: [], ...place}]
}

/** What parted two works is the style's to say. */
function opened(words: ReadonlyArray<PhrasingContent>, isLater: boolean): Array<PhrasingContent> {
  const [first, ...rest] = words
  if (!isLater || first?.type !== 'text') return [...words]
  const value = first.value.replace(/^\s*[,;]\s*/, '')
  return value === '' ? rest : [{...first, value}, ...rest]
}

/** The names in a list parted by commas, each with its place. */
export function keysIn({text, at}: Group): ReadonlyArray<Group> {
  return [...text.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map(({0: key, index}) => ({text: key, at: at + index}))
}

function itemOf(node: TexNode, {text, at}: Group, mode: Mode): CitationItem {
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
