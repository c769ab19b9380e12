/** An operator of a content stream with its operands: where they begin and end. */
export interface Operation {
  readonly operator: string
  readonly start: number
  readonly end: number
  /** The last operand that is a name, such as that of an XObject. */
  readonly name: string | undefined
}

/** White space, a comment, a string (where it begins), hexadecimal or dictionary brackets, a name, or another word. */
const token =
  /[\0\t\n\f\r ]+|%[^\r\n]*|\(|<<|>>|<[^>]*>?|[[\]{}]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+|./gsy

/** Read a content stream (ISO 32000-1, 7.8.2), a byte a character, as operations in their order. Linear in its length. */
export function* operations(content: string): Generator<Operation> {
  let start: number | undefined
  let name: string | undefined
  for (let at = 0; at < content.length; ) {
    token.lastIndex = at
    const text = token.exec(content)?.[0] ?? ''
    const begin = at
    at = endOf(text, content, begin)
    if (isBlank(text)) continue
    start ??= begin
    if (text.startsWith('/')) name = text.slice(1)
    if (!isOperator(text)) continue
    yield {operator: text, start, end: at, name}
    start = undefined
    name = undefined
  }
}

/** Of the token that begins there: a string and the data of an image are longer than what tells them. */
function endOf(text: string, content: string, begin: number): number {
  if (text === '(') return endOfString(content, begin)
  return text === 'ID' ? endOfImage(content, begin + 2) : begin + text.length
}

/** `BI` begins an inline image, which is one operation as far as `ID` and its data. */
function isOperator(text: string): boolean {
  return /^[A-Za-z'"]/.test(text) && text !== 'BI' && text !== 'true' && text !== 'false' && text !== 'null'
}

function isBlank(text: string): boolean {
  return /^[\0\t\n\f\r %]/.test(text)
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
