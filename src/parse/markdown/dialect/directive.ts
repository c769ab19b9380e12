import type {Code, PhrasingContent, RootContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import type {Place} from '../../../model/place.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import type {YamlNode} from '../../../util/yaml.ts'
import {readYaml} from '../../../util/yaml.ts'
import type {Shift} from '../places.ts'
import {argumentColumn} from './raw.ts'

/** A piece of a directive's text, and where it stands. */
interface Piece {
  readonly text: string
  readonly shift: Shift
}

/** MyST's fence with a name in braces (https://mystmd.org/guide/syntax-overview#directives). */
export interface Directive {
  /** In small letters, without the domain's `prf:` or `proof:`. */
  readonly name: string
  /** What stands behind the name. */
  readonly argument: Piece
  readonly options: ReadonlyMap<string, string>
  readonly body: Piece
  readonly code: Code
  readonly place: Place | undefined
}

/** How a directive's texts are read. */
export interface Reader {
  readonly blocks: (piece: Piece) => Array<RootContent>
  readonly inline: (piece: Piece) => Array<PhrasingContent>
  readonly report: Report
}

/** The directive that a fence holds; `undefined` if it holds code. Reports broken options. */
export function directiveOf(code: Code, report: Report): Directive | undefined {
  const name = /^\{([a-z][\w:.+-]*)\}$/i.exec(code.lang ?? '')?.[1]
  const {position} = code
  if (name === undefined || position === undefined) return undefined
  const {line, column, offset} = position.start
  const file = position.file ?? ''
  const indent = column - 1
  const start = {file, line, column: column + argumentColumn(code), indent, ...(offset === undefined ? {} : {offset})}
  const lines = code.value.split('\n')
  const {options, taken} = optionsOf(lines, {file, line}, report)
  const place = placeOf(code)
  const body = lines.slice(taken).join('\n')
  return {
    name: name.toLowerCase().replace(/^(?:prf|proof):/, ''),
    argument: {text: (code.meta ?? '').trim(), shift: start},
    options,
    body: {text: body, shift: {...start, line: line + 1 + taken, column}},
    code,
    place
  }
}

interface Options {
  readonly options: ReadonlyMap<string, string>
  /** How many lines they are. */
  readonly taken: number
}

/** `:key: value` lines, or YAML between `---`, before the body. */
function optionsOf(lines: ReadonlyArray<string>, {file, line}: {file: string; line: number}, report: Report): Options {
  if (lines[0]?.trim() === '---') return yamlOptions(lines, {file, line}, report)
  const options = new Map<string, string>()
  let taken = 0
  for (; taken < lines.length; taken++) {
    const [, key, value = ''] = /^\s*:([a-z][\w-]*):(?:\s+(.*))?$/i.exec(lines[taken] ?? '') ?? []
    if (key === undefined) break
    options.set(key.toLowerCase(), value.trim())
  }
  return {options, taken}
}

function yamlOptions(
  lines: ReadonlyArray<string>,
  {file, line}: {file: string; line: number},
  report: Report
): Options {
  const end = lines.findIndex((text, index) => index > 0 && text.trim() === '---')
  if (end === -1) return {options: new Map(), taken: 0}
  const text = lines.slice(1, end).join('\n')
  const yaml = readYaml({file, text, line: line + 1}, (finding) =>
    report({id: 'directive-options', severity: 'warning', ...finding})
  )
  return {options: yaml?.kind === 'map' ? new Map(texts(yaml.entries)) : new Map(), taken: end + 1}
}

function* texts(entries: ReadonlyMap<string, {readonly value: YamlNode}>): Generator<[string, string], void> {
  for (const [key, {value}] of entries) if (value.kind === 'scalar') yield [key.toLowerCase(), value.text]
}

/** What its options say as attributes: `name` or `label` is the label. */
export function attributesOfDirective({options}: Directive, classes: ReadonlyArray<string> = []): Attributes {
  const id = options.get('label') ?? options.get('name')
  const own = (options.get('class') ?? '').split(/\s+/).filter((name) => /^[\p{L}_-][\p{L}\p{N}_-]*$/u.test(name))
  const unnumbered = ['false', 'no'].includes(options.get('enumerated') ?? '') || options.has('nonumber')
  const all = [...classes, ...own, ...(unnumbered ? ['unnumbered'] : [])]
  return {...(id === undefined || id === '' ? {} : {id}), classes: all, pairs: new Map()}
}

/** A directive's position, for the node made of it. */
export function positioned({code}: Directive): Pick<Code, 'position'> {
  return code.position === undefined ? {} : {position: code.position}
}
