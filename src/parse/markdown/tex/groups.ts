/** A group of a command: what stands in it, and where that begins. */
export interface Group {
  readonly text: string
  readonly at: number
}

/** The groups that follow a command's name at once. */
export interface Groups {
  readonly optional: ReadonlyArray<Group>
  readonly required: ReadonlyArray<Group>
  /** Behind the last. */
  readonly end: number
}

/** Read the groups from a place on, in brackets and in braces, at most so many of braces. */
export function groupsAt(source: string, from: number, most = Number.POSITIVE_INFINITY): Groups {
  const optional: Array<Group> = []
  const required: Array<Group> = []
  let end = from
  while (required.length < most || (most === 0 && optional.length === 0)) {
    const open = source[end]
    if (open !== '[' && (open !== '{' || most === 0)) break
    const close = closing(source, end, open === '{' ? '}' : ']')
    if (close === -1) break
    const group = {text: source.slice(end + 1, close), at: end + 1}
    if (open === '{') required.push(group)
    else optional.push(group)
    end = close + 1
  }
  return {optional, required, end}
}

/** Where the group that opens at a place is closed; -1 if nowhere. */
function closing(source: string, open: number, mark: string): number {
  let depth = 0
  for (let at = open + 1; at < source.length; at++) {
    const character = source[at]
    if (character === '\\') at++
    else if (character === mark && depth === 0) return at
    else if (character === '{') depth++
    else if (character === '}') depth--
  }
  return -1
}

/** A command found in LaTeX, and its groups. */
export interface Found extends Groups {
  readonly name: string
  readonly at: number
}

/** The first command of a name, with a group in braces. */
export function commandIn(source: string, name: string): Found | undefined {
  return commandsIn(source, name)[0]
}

/** Every command of a name that has a group in braces, in order. */
export function commandsIn(source: string, name: string): ReadonlyArray<Found> {
  const found = [...source.matchAll(new RegExp(`(?<!\\\\)\\\\${name}\\*?\\s*(?=[[{])`, 'g'))].map(
    (match): Found => ({name, at: match.index, ...groupsAt(source, match.index + match[0].length, 1)})
  )
  return found.filter(({required}) => required.length > 0)
}

/** The same text with blanks for a part, so that all else stays where it is. */
export function blanked(source: string, from: number, to: number): string {
  return source.slice(0, from) + source.slice(from, to).replace(/[^\n]/g, ' ') + source.slice(to)
}
