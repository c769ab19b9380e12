/** An operator of a content stream with its operands: where they begin and end. */
export interface Operation {
  readonly operator: string
  readonly start: number
  readonly end: number
  /** The last operand that is a name, such as that of an XObject. */
  readonly name: string | undefined
}

/** White space, a comment, numbers, a string (where it begins), hexadecimal or dictionary brackets, a name, or another word. */
const token =
  /[\0\t\n\f\r ]+|%[^\r\n]*|(?:[-+.\d]+[\0\t\n\f\r ]+)+|\(|<<|>>|<[^>]*>?|[[\]{}]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+|./gsy

/** Glyphs of a line as browsers show them, one by one, each but the first moved to: most of a page is made of these. */
const glyphs = /<[\da-fA-F]*> Tj(?:\s-?[\d.]+ -?[\d.]+ Td <[\da-fA-F]*> Tj)*/y

/**
 * Read a content stream (ISO 32000-1, 7.8.2), a byte a character, as operations in their order; glyphs that follow each other on a line
 * are one operation `Tj`. Linear in its length.
 */
export function operations(content: string): ReadonlyArray<Operation> {
  const found: Array<Operation> = []
  for (let at = 0; at < content.length; ) {
    if (space.has(content.charCodeAt(at))) {
      at += 1
      continue
    }
    const end = afterGlyphs(content, at)
    const next = end > at ? {operator: 'Tj', start: at, end, name: undefined} : operationAt(content, at)
    if (next === undefined) break
    found.push(next)
    at = next.end
  }
  return found
}

/** The operation that begins there; `undefined` where the content ends before its operator. */
function operationAt(content: string, from: number): Operation | undefined {
  let start: number | undefined
  let name: string | undefined
  for (let at = from; at < content.length; ) {
    const begin = at
    token.lastIndex = at
    token.test(content)
    at = token.lastIndex
    const first = content.charCodeAt(begin)
    if (blank.has(first)) continue
    start ??= begin
    if (first === bracket) at = endOfString(content, begin)
    else if (first === slash) name = content.slice(begin + 1, at)
    if (!isWord(first)) continue
    const operator = content.slice(begin, at)
    if (operands.has(operator)) continue
    if (operator === 'ID') at = endOfImage(content, at)
    return {operator, start, end: at, name}
  }
  return undefined
}

/** Past the glyphs that stand there, if any do. */
function afterGlyphs(content: string, at: number): number {
  if (content.charCodeAt(at) !== angle) return at
  glyphs.lastIndex = at
  return glyphs.test(content) ? glyphs.lastIndex : at
}

const [bracket, slash, angle] = [0x28, 0x2f, 0x3c]

const space = new Set([0, 0x09, 0x0a, 0x0c, 0x0d, 0x20])

/** White space, and the sign that begins a comment. */
const blank = new Set([...space, 0x25])

/** Words that are no operators; `BI` begins an inline image, which is one operation as far as `ID` and its data. */
const operands = new Set(['BI', 'true', 'false', 'null'])

/** `'` and `"` are operators. */
function isWord(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x22 || unit === 0x27
}

/** Past the bracket that closes a string; strings nest, and a backslash frees the next character of its meaning. */
function endOfString(content: string, from: number): number {
  let depth = 0
  for (let at = from; at < content.length; at += 1) {
    const character = content[at]
    if (character === '\\') at += 1
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return content.length
}

/** Past the `EI` that ends the data of an inline image. */
function endOfImage(content: string, from: number): number {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
  end.lastIndex = from
  return end.exec(content) === null ? content.length : end.lastIndex
}
