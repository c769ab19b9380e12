import type {Parents, PhrasingContent, RootContent, Text} from 'mdast'
import type {Position} from 'unist'
import type {Citation, CitationItem, CrossReference, Span} from '../../../model/nodes.ts'
import {locatorOf} from '../locator.ts'
import type {KeyNode} from './key.ts'
import {isBareKey, takeUp} from './key.ts'
import {across} from './place.ts'
import {childrenOf} from './raw.ts'

/** Say what a bracket is, the last child of its parent so far: a note, a span, citations, or just brackets. */
export function closeBracket(parent: Parents, bracket: Parents, isNote: boolean): void {
  const siblings = childrenOf(parent)
  siblings.pop()
  const {position} = bracket
  const attributes = bracket.data?.attributes
  if (isNote) {
    const children = withoutSeparators(bracket)
    siblings.push({type: 'inlineNote', children, position} as unknown as Span)
  } else if (attributes !== undefined) {
    const span: Span = {type: 'span', children: withoutSeparators(bracket), data: {attributes}}
    siblings.push(position === undefined ? span : {...span, position})
  } else if (!intoNarrative(siblings, bracket, parent)) {
    const group = groupOf(bracket)
    for (const node of group ?? unwrapped(bracket)) siblings.push(node)
  }
}

/** One item's worth of a bracket. */
interface Segment {
  readonly before: ReadonlyArray<PhrasingContent>
  readonly key: KeyNode | undefined
  readonly after: ReadonlyArray<PhrasingContent>
  /** No semicolon parts it from the one before. */
  readonly isJoined?: boolean
}

function segmentsOf(bracket: Parents): ReadonlyArray<Segment> {
  const parts: Array<Array<PhrasingContent>> = [[]]
  for (const child of childrenOf(bracket)) {
    if ((child.type as string) === 'separator') parts.push([])
    else parts.at(-1)?.push(child as PhrasingContent)
  }
  return parts.flatMap((part) => apart(part))
}

/** The keys of a part with what stands around each: works that no semicolon parts are parted where a comma or words do. */
function apart(part: ReadonlyArray<PhrasingContent>): ReadonlyArray<Segment> {
  const at = part.findIndex(isBareKey)
  const key = part[at]
  if (!isBareKey(key)) return [{before: [], key: undefined, after: part}]
  const rest = part.slice(at + 1)
  const before = trimmed(part.slice(0, at))
  const next = key.type === 'citation' ? rest.findIndex((node) => isBareKey(node) && node.type === 'citation') : -1
  if (next === -1) return [{before, key, after: rest}]
  const [after, words] = partedWords(rest.slice(0, next))
  const [second, ...others] = apart([...words, ...rest.slice(next)])
  return [{before, key, after}, ...(second === undefined ? [] : [{...second, isJoined: true}]), ...others]
}

/** What stands between two works: up to the last comma, or number, it belongs to the first of them. */
function partedWords(
  between: ReadonlyArray<PhrasingContent>
): readonly [ReadonlyArray<PhrasingContent>, ReadonlyArray<PhrasingContent>] {
  const at = between.findLastIndex((node) => node.type === 'text' && /[,\d]/.test(node.value))
  const text = between[at]
  if (text?.type !== 'text') return [[], between]
  const [, first = '', second = ''] = /^(.*[,\d])(.*)$/s.exec(text.value) ?? []
  const own = [...between.slice(0, at), {...text, value: first.replace(/,$/, '')}]
  return [trimmedEnd(own), [{...text, value: second}, ...between.slice(at + 1)]]
}

function groupOf(bracket: Parents): ReadonlyArray<PhrasingContent> | undefined {
  const segments = segmentsOf(bracket)
  const keys = segments.map(({key}) => key)
  const {position} = bracket
  const place = position === undefined ? {} : {position}
  if (keys.every((key) => key?.type === 'citation')) {
    const items = segments.flatMap(itemsOf)
    return [{type: 'citation', mode: 'parenthetical', items, children: [], ...place}]
  }
  return keys.every((key) => key?.type === 'crossReference') ? referencesOf(segments, position) : undefined
}

function itemsOf({before, key, after, isJoined}: Segment): ReadonlyArray<CitationItem> {
  const [item] = key?.type === 'citation' ? key.items : []
  if (key === undefined || item === undefined) return []
  takeUp(key)
  const {suffix, ...found} = locatorOf(after)
  const extent = across(before[0]?.position ?? key.position, after.at(-1)?.position ?? key.position)
  const joined = isJoined === true ? {isJoined} : {}
  const whole = {...item, ...joined, prefix: before, ...found, suffix: trimmedEnd(suffix)}
  return [extent === undefined ? whole : {...whole, extent}]
}

/** Several labels are one reference; words of the author's own stand in place of ours. */
function referencesOf(
  segments: ReadonlyArray<Segment>,
  position: Position | undefined
): ReadonlyArray<PhrasingContent> {
  const [first] = segments
  const key = first?.key
  if (first === undefined || key?.type !== 'crossReference') return []
  const targets = segments.flatMap((segment) => {
    if (segment.key === undefined) return []
    takeUp(segment.key)
    return segment.key.type === 'crossReference' ? segment.key.targets : []
  })
  const mark = markOf(first.before)
  const before = mark === undefined ? first.before : []
  const after = trimmedEnd(segments.flatMap((segment) => segment.after))
  const bare = key.bare || before.length > 0 || mark === '!'
  const reference: CrossReference = {
    type: 'crossReference',
    targets,
    bare,
    capitalised: key.capitalised || mark === '*',
    children: []
  }
  const gap: ReadonlyArray<Text> = before.length > 0 ? [{type: 'text', value: '\u00a0'}] : []
  return [...before, ...gap, position === undefined ? reference : {...reference, position}, ...after]
}

/** pandoc-xnos's `[*@fig:a]`, `[+@fig:a]` and `[!@fig:a]`. */
function markOf(before: ReadonlyArray<PhrasingContent>): string | undefined {
  const [only, ...others] = before
  return only?.type === 'text' && others.length === 0 ? /^[*+!]$/.exec(only.value)?.[0] : undefined
}

/** `@key [p. 3; also @other]`: what the bracket holds belongs to the key in the sentence. */
function intoNarrative(siblings: Array<RootContent>, bracket: Parents, parent: Parents): boolean {
  const gap = siblings.at(-1)
  const isGap = gap?.type === 'text' && gap.value.trim() === ''
  const citation = isGap ? siblings.at(-2) : gap
  if ((parent.type as string) === 'bracket' || !isBareKey(citation) || citation.type !== 'citation') return false
  const [first, ...rest] = segmentsOf(bracket)
  const [item] = citation.items
  if (first === undefined || item === undefined) return false
  const others = first.key === undefined ? rest : [first, ...rest]
  if (others.some(({key}) => key?.type !== 'citation')) return false
  takeUp(citation)
  const {suffix, ...found} = first.key === undefined ? locatorOf(first.after) : {suffix: []}
  const completed = {...item, ...found, suffix: trimmedEnd(suffix)}
  if (isGap) siblings.pop()
  siblings.pop()
  const position = across(citation.position, bracket.position)
  const whole: Citation = {...citation, items: [completed, ...others.flatMap(itemsOf)]}
  siblings.push(position === undefined ? whole : {...whole, position})
  return true
}

/** The brackets as text, and all between them. */
function unwrapped(bracket: Parents): ReadonlyArray<PhrasingContent> {
  const {position} = bracket
  const [open, close] = [
    bracketText('[', position === undefined ? undefined : {start: position.start, end: next(position.start, 1)}),
    bracketText(']', position === undefined ? undefined : {start: next(position.end, -1), end: position.end})
  ]
  return [open, ...withoutSeparators(bracket), close]
}

function bracketText(value: string, position: Position | undefined): Text {
  return position === undefined ? {type: 'text', value} : {type: 'text', value, position}
}

function next<P extends Position['start']>(point: P, by: number): P {
  return {...point, column: point.column + by, offset: (point.offset ?? 0) + by}
}

function withoutSeparators(bracket: Parents): Array<PhrasingContent> {
  return childrenOf(bracket).map((child) =>
    (child.type as string) === 'separator' ? {...bracketText(';', child.position)} : (child as PhrasingContent)
  )
}

function trimmed(nodes: ReadonlyArray<PhrasingContent>): ReadonlyArray<PhrasingContent> {
  const [first, ...rest] = trimmedEnd(nodes)
  if (first?.type !== 'text') return first === undefined ? [] : [first, ...rest]
  const value = first.value.trimStart()
  return value === '' ? rest : [{...first, value}, ...rest]
}

function trimmedEnd(nodes: ReadonlyArray<PhrasingContent>): ReadonlyArray<PhrasingContent> {
  const last = nodes.at(-1)
  if (last?.type !== 'text') return nodes
  const value = last.value.trimEnd()
  return value === '' ? nodes.slice(0, -1) : [...nodes.slice(0, -1), {...last, value}]
}
