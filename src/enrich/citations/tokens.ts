/** A step of a style as the engine runs it; of the one version that is installed. */
export interface StyleToken {
  readonly name: string
  /** 0 begins an element, 1 ends it, 2 is an element without content. */
  readonly tokentype: 0 | 1 | 2
  /** Where the list goes on: as ever, and where a condition holds or not. */
  readonly next: number
  readonly succeed?: number
  readonly fail?: number
  readonly tests?: ReadonlyArray<Test>
  readonly test?: Test
  readonly execs: Array<Step>
  readonly strings: Readonly<Record<string, unknown>>
  readonly decorations?: ReadonlyArray<ReadonlyArray<unknown>>
  /** Whether a group is one of the style, whose variables decide whether it is printed. */
  readonly realGroup?: boolean
  readonly [extension: string]: unknown
}

export type TokenList = ReadonlyArray<StyleToken>
export type Test = (work: object, cite: object | undefined) => boolean
type Step = (this: StyleToken, engine: object, work: object, cite: object | undefined) => number | undefined

/** What tokens say of themselves, gathered while an engine reads a style. */
export interface Labels {
  /** Conditions that follow from the type of a work, and from which fields it has. */
  readonly settled: WeakSet<Test>
  /** Tokens whose condition is that the names sought have not been found yet. */
  readonly seeking: WeakSet<StyleToken>
  /** Tokens that run a macro, by its name. */
  readonly macros: WeakMap<StyleToken, string>
}

/** What a token does, as far as it can be passed without being run. */
export const kinds = {other: 0, condition: 1, begin: 2, end: 3, macro: 4, bareBegin: 5, bareEnd: 6} as const

/** The kinds of the tokens of a list. */
export function kindsOf(list: TokenList, {macros}: Pick<Labels, 'macros'>): Uint8Array {
  const found = Uint8Array.from(list, (token) => kindOf(token, macros))
  for (const [begin, end] of groupsOf(list)) {
    if (found[begin] !== kinds.begin || found[end] !== kinds.end) continue
    if (!isBare(list[begin]) || !isBare(list[end])) continue
    found[begin] = kinds.bareBegin
    found[end] = kinds.bareEnd
  }
  return found
}

function kindOf(token: StyleToken, macros: Labels['macros']): number {
  if (conditional.has(token.name)) return kinds.condition
  if (macros.has(token)) return kinds.macro
  if (token.name !== 'group' || !isPlainGroup(token)) return kinds.other
  return token.tokentype === 0 ? kinds.begin : kinds.end
}

/** Where groups begin and end. */
function groupsOf(list: TokenList): ReadonlyArray<readonly [begin: number, end: number]> {
  const groups: Array<readonly [number, number]> = []
  const open: Array<number> = []
  for (const [index, {name, tokentype}] of list.entries()) {
    if (name !== 'group') continue
    if (tokentype === 0) open.push(index)
    else groups.push([open.pop() ?? -1, index])
  }
  return groups
}

const conditional: ReadonlySet<string> = new Set(['choose', 'if', 'else-if', 'else'])

/** A group that does nothing but hold what is in it. */
function isPlainGroup(token: StyleToken): boolean {
  const {tokentype, strings, decorations = [], execs} = token
  if (execs.length !== 2 || token['juris'] !== undefined) return false
  if (tokentype === 1) return !strings['sort_direction']
  const {prefix, suffix} = strings
  if ((prefix || suffix) && /[()[\]]/.test(`${prefix ?? ''}${suffix ?? ''}`)) return false
  return (
    decorations.every(([decoration]) => decoration !== '@strip-periods') &&
    special.every((key) => !strings[key]) &&
    parallels.every((key) => token[key] === undefined)
  )
}

const special = [
  'label_form_override',
  'label_capitalize_if_first_override',
  'label_capitalize_if_first',
  'reject',
  'require',
  'set_parallel_delimiter_override',
  'set_parallel_delimiter_override_on_suppress'
]

const parallels = ['non_parallel', 'parallel_first', 'parallel_last', 'parallel_last_to_first']

/** A group that changes nothing about what is in it. */
function isBare(token: StyleToken | undefined): boolean {
  if (token === undefined) return false
  const {realGroup, strings, decorations = []} = token
  return realGroup !== true && decorations.length === 0 && Object.values(strings).every((value) => !value)
}

/** Where a part of a condition leads; `undefined` where that takes a condition of which nothing is said. */
export function after({name, tokentype, next, execs, succeed, fail}: StyleToken, held: boolean | undefined) {
  if (name === 'choose' || name === 'else') return next
  if (tokentype === 1) return execs.length > 0 ? succeed : next
  if (held === undefined) return undefined
  return held ? succeed : fail
}
