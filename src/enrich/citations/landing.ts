import type {StyleToken, TokenList} from './tokens.ts'
import {after, kinds} from './tokens.ts'

/** How far a list of tokens runs without printing anything. */
export interface Landing {
  /** The next token to be run; the length of the list where none is. */
  readonly at: number
  /** Whether groups were passed that a group around them is told of. */
  readonly groups: boolean
  /** Whether any of them has a suffix. */
  readonly suffix: boolean
  /** Groups that leave an empty stretch behind. */
  readonly empty: ReadonlyArray<StyleToken>
}

/** A list of tokens, with what each does. */
export interface Way {
  readonly list: TokenList
  readonly kinds: Uint8Array
}

export interface Outlook {
  /** Whether the condition of a token holds; `undefined` where that takes more than the class of the work. */
  readonly holds: (token: StyleToken) => boolean | undefined
  /** The landing from the start of the macro that the token at a place runs, if that comes to its end. */
  readonly macro: (place: number) => Landing | undefined
}

/** What has been passed on the way. */
interface Passed {
  groups: boolean
  suffix: boolean
  readonly empty: Array<StyleToken>
  /** Groups that have begun. */
  readonly open: Array<StyleToken>
}

/** Follow conditions and pass groups and macros in which nothing would be run. */
export function landingFrom({list, kinds: own}: Way, start: number, outlook: Outlook): Landing {
  const passed: Passed = {groups: false, suffix: false, empty: [], open: []}
  let landed = {at: start, groups: false, suffix: false, count: 0}
  let at: number | undefined = start
  while (at !== undefined) {
    const {groups, suffix, empty, open} = passed
    // No group is left half passed.
    if (open.length === 0) landed = {at, groups, suffix, count: empty.length}
    const [token, kind]: [StyleToken | undefined, number] = [list[at], own[at] ?? kinds.other]
    const called: Landing | undefined = kind === kinds.macro ? outlook.macro(at) : undefined
    at = token && passedBy(token, kind, passed, {called, holds: outlook.holds})
  }
  const {count, ...rest} = landed
  return {...rest, empty: passed.empty.slice(0, count)}
}

interface Here extends Pick<Outlook, 'holds'> {
  /** The landing of the macro that the token runs. */
  readonly called: Landing | undefined
}

/** Where a token leads without being run; `undefined` if it has to be. */
function passedBy(token: StyleToken, kind: number, passed: Passed, {holds, called}: Here): number | undefined {
  switch (kind) {
    case kinds.condition:
      return after(token, holds(token))
    case kinds.begin:
    case kinds.bareBegin:
      passed.open.push(token)
      return token.next
    case kinds.end:
    case kinds.bareEnd: {
      const group = passed.open.pop()
      if (group === undefined) return undefined
      const real = group.realGroup === true
      note(passed, {groups: real, suffix: group.strings['suffix'] !== '', empty: real ? [] : [group]})
      return token.next
    }
    case kinds.macro: {
      if (called === undefined) return undefined
      note(passed, called)
      return token.next
    }
    default:
      return undefined
  }
}

/** What is in a group of the style stays in it, and it leaves nothing behind. */
function note(passed: Passed, {groups, suffix, empty}: Omit<Landing, 'at'>): void {
  if (passed.open.some(({realGroup}) => realGroup === true)) return
  passed.groups ||= groups
  passed.suffix ||= suffix
  if (passed.open.length === 0) passed.empty.push(...empty)
}
