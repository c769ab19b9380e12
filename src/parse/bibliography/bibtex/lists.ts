/** The parts of a value between what `separator` matches outside braces; the expression is global and matches neither braces nor nothing. */
export function splitOutside(value: string, separator: RegExp): ReadonlyArray<string> {
  if (!/[\\{}]/.test(value)) return value.split(separator)
  const parts: Array<string> = []
  let [depth, from, at] = [0, 0, 0]
  for (let match = matchFrom(0, value, separator); match !== null; match = matchFrom(at, value, separator)) {
    for (; at < match.index; at++) {
      const char = value.charAt(at)
      if (char === '\\') at++
      else depth += depthOf(char)
    }
    if (at > match.index) continue
    if (depth <= 0) {
      parts.push(value.slice(from, at))
      from = at + match[0].length
      at = from
    } else at++
  }
  parts.push(value.slice(from))
  return parts
}

function depthOf(char: string): number {
  if (char === '{') return 1
  return char === '}' ? -1 : 0
}

function matchFrom(at: number, value: string, separator: RegExp): RegExpExecArray | null {
  separator.lastIndex = at
  return separator.exec(value)
}

/** A list of BibLaTeX, such as publishers or names: parts joined by “and”. */
export function listOf(value: string): ReadonlyArray<string> {
  return splitOutside(value.replace(/\s+/g, ' '), / and(?= )/gi)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether one pair of braces holds the whole of a value. */
export function isBraced(value: string): boolean {
  if (!value.startsWith('{') || !value.endsWith('}')) return false
  let depth = 0
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at)
    if (char === '\\') at++
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return at === value.length - 1
  }
  return false
}
