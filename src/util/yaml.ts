import type {Alias, Node as LibraryNode, Pair} from 'yaml'
import {isAlias, isMap, isScalar, isSeq} from 'yaml'
import type {Place, Point} from '../model/place.ts'
import type {Finding} from '../model/problem.ts'
import {pointAt} from './point-at.ts'
import {tooDeep} from './yaml-depth.ts'
import {extentOf, findingOf, specialText} from './yaml-errors.ts'
import {parsedYaml} from './yaml-parse.ts'
import type {Prose} from './yaml-prose.ts'
import {proseOf} from './yaml-prose.ts'

/** A value of a YAML file, and where it stands. */
export type YamlNode = YamlList | YamlMap | YamlScalar

export interface YamlScalar {
  readonly kind: 'scalar'
  /** By YAML's core schema; `undefined` for `null` and for nothing. */
  readonly value: boolean | number | string | undefined
  /** As written, without quotes: `007` and `1.10` keep their zeros. Empty for nothing. */
  readonly text: string
  /** The text as Markdown whose lines can be found again in the file. */
  readonly prose: Prose | undefined
  readonly place: Place
}

interface YamlList {
  readonly kind: 'list'
  readonly items: ReadonlyArray<YamlNode>
  readonly place: Place
}

export interface YamlMap {
  readonly kind: 'map'
  /** In the order written; of a key given twice, the first. */
  readonly entries: ReadonlyMap<string, YamlEntry>
  readonly place: Place
}

export interface YamlEntry {
  readonly key: Place
  readonly value: YamlNode
}

/** YAML to read: a whole file, or a part of one with `line` lines above it. */
export interface YamlText {
  readonly file: string
  readonly text: string
  readonly line?: number | undefined
}

/** More nodes than this do not come out of aliases: what repeats itself doubles at every step. */
const mostAliased = 10_000
/** No file that people write nests lists and maps deeper. */
const deepest = 100

/**
 * Read YAML 1.2 (core schema, and `<<` to merge) as a tree with places; custom tags are complained about and not obeyed.
 * What is broken is complained about, and what can be read is returned; `undefined` if there is nothing.
 */
export function readYaml(source: YamlText, complain: (finding: Finding) => void): YamlNode | undefined {
  const above = source.line ?? 0
  const deep = tooDeep(source.text, deepest)
  if (deep !== undefined) {
    const {line, column} = pointAt(source.text, deep)
    const place = {file: source.file, start: {line: line + above, column}}
    complain({reason: `Cannot read YAML nested more than ${deepest} deep`, place})
    return undefined
  }
  const {document, lines, text, errors, mended} = parsedYaml(source.text)
  const point = (offset: number): Point => {
    const {line, col} = lines.linePos(Math.min(offset, text.length))
    return {line: line + above, column: col}
  }
  const place = (from: number, to: number): Place => ({file: source.file, start: point(from), end: point(to)})
  // Later errors of a broken file, and what is odd about its rest, are mostly echoes of the first.
  const told = errors.slice(0, Math.max(1, mended))
  for (const error of told) complain(findingOf(error, place(...extentOf(error, text))))
  const state: State = {
    complain: errors.length > mended && errors[mended]?.name === 'YAMLParseError' ? () => undefined : complain,
    place,
    point,
    text,
    anchors: new Map(),
    aliased: 0
  }
  return document.contents === null ? undefined : convert(document.contents, state)
}

interface State {
  readonly complain: (finding: Finding) => void
  readonly place: (from: number, to: number) => Place
  readonly point: (offset: number) => Point
  readonly text: string
  /** What each anchor named so far stands for. */
  readonly anchors: Map<string, unknown>
  /** Nodes that came out of aliases so far; beyond the limit aliases read as nothing. */
  aliased: number
}

/** `within` holds the anchors' nodes being read, so that one inside itself is seen. */
function convert(node: unknown, state: State, within: ReadonlySet<unknown> | undefined = undefined): YamlNode {
  const library = node as LibraryNode | null | undefined
  const [from, to] = library?.range ?? [0, 0]
  const place = state.place(from, to)
  if (within !== undefined) state.aliased++
  if (isAlias(library)) return aliased(library, state, within ?? new Set())
  if (within === undefined && library?.anchor !== undefined) state.anchors.set(library.anchor, library)
  if (isMap(library)) return {kind: 'map', entries: entriesOf(library.items, state, within), place}
  if (isSeq(library)) return {kind: 'list', items: library.items.map((item) => convert(item, state, within)), place}
  if (!isScalar(library)) return {kind: 'scalar', value: undefined, text: '', prose: undefined, place}
  const value = scalarValue(library.value)
  const text = typeof value === 'string' ? value : value === undefined ? '' : (library.source ?? String(value))
  const raw = state.text.slice(from, to)
  const prose = typeof value === 'string' ? proseOf(text, raw, library.type, state.point(from)) : undefined
  return {kind: 'scalar', value, text, prose, place}
}

function aliased(alias: Alias, state: State, within: ReadonlySet<unknown>): YamlNode {
  const [from, to] = alias.range ?? [0, 0]
  const place = state.place(from, to)
  const nothing: YamlScalar = {kind: 'scalar', value: undefined, text: '', prose: undefined, place}
  const name = alias.source
  const target = state.anchors.get(name)
  if (target === undefined) {
    state.complain({reason: `Cannot find the anchor of \`*${name}\``, place, note: specialText})
    return nothing
  }
  if (within.has(target)) {
    state.complain({reason: `Unexpected \`*${name}\` within what it stands for`, place})
    return nothing
  }
  if (state.aliased > mostAliased) {
    if (state.aliased !== Number.POSITIVE_INFINITY) state.complain({reason: 'Unexpected growth of aliases', place})
    state.aliased = Number.POSITIVE_INFINITY
    return nothing
  }
  return convert(target, state, new Set([...within, target]))
}

function entriesOf(
  pairs: ReadonlyArray<Pair>,
  state: State,
  within: ReadonlySet<unknown> | undefined
): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>()
  const merged: Array<YamlNode> = []
  for (const pair of pairs) {
    const [from, to] = (pair.key as LibraryNode | null)?.range ?? [0, 0]
    const key = state.place(from, to)
    const name = keyOf(pair.key)
    if (!isFree(name, key, entries, state)) continue
    const value = convert(pair.value, state, within)
    if (name === '<<') merged.push(...(value.kind === 'list' ? value.items : [value]))
    else entries.set(name, {key, value})
  }
  for (const [name, entry] of merged.flatMap((map) => (map.kind === 'map' ? [...map.entries] : []))) {
    if (!entries.has(name)) entries.set(name, entry)
  }
  return entries
}

/** Whether the key is text and new in its map; complains if not. */
function isFree(
  name: string | undefined,
  place: Place,
  entries: ReadonlyMap<string, YamlEntry>,
  {complain}: State
): name is string {
  const earlier = entries.get(name ?? '')
  if (name === undefined) complain({reason: 'Unexpected list or map as a key, expected text', place})
  else if (earlier !== undefined) {
    const note = 'The first one counts; remove the other.'
    complain({reason: `Unexpected second \`${name}\``, place, cause: earlier.key, note})
  } else return true
  return false
}

function keyOf(key: unknown): string | undefined {
  if (!isScalar(key)) return key === null || key === undefined ? '' : undefined
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value ?? ''))
}

function scalarValue(value: unknown): YamlScalar['value'] {
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value
  return typeof value === 'bigint' ? Number(value) : undefined
}
