/** The parts of a value between what `separator` matches outside braces; the expression is sticky and its first character is space, comma or the like. */
export function splitOutside(value: string, separator: RegExp): ReadonlyArray<string> {
  const parts: Array<string> = []
  let [depth, from] = [0, 0]
  for (let at = 0; at < value.length; at++) {
    const char = value.charAt(at)
    if (char === '\\') at++
    else if (char === '{') depth++
    else if (char === '}') depth--
    else if (depth <= 0) {
      separator.lastIndex = at
      const match = separator.exec(value)
      if (match !== null) {
        parts.push(value.slice(from, at))
        from = at + match[0].length
        at = from - 1
      }
    }
  }
  parts.push(value.slice(from))
  return parts
}

/** A list of BibLaTeX, such as publishers or names: parts joined by “and”. */
export function listOf(value: string): ReadonlyArray<string> {
  return splitOutside(value.replace(/\s+/g, ' '), / and(?= )/iy)
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
