import type {PDFContext, PDFDict, PDFName, PDFNumber, PDFObject, PDFRef} from '@cantoo/pdf-lib'

type Library = typeof import('@cantoo/pdf-lib')

/** Thrown where the text is not as browsers write it. */
export class Unusual extends Error {}

/** Reads values (ISO 32000-1, 7.3) one after the other. */
export interface Values {
  /** Past what a pattern, which is sticky, finds at this place; `undefined` if it finds nothing. */
  take(pattern: RegExp): RegExpExecArray | undefined
  value(): PDFObject
  /** What a name, a number or a reference is, as it is written. */
  name(written: string): PDFName
  number(written: string): PDFNumber
  reference(number: string, generation: string): PDFRef
  /** The place. */
  at: number
}

const space = '[\\0\\t\\n\\f\\r ]'
const regular = '[^\\0\\t\\n\\f\\r ()<>[\\]{}/%]'
/** A name, and after it a reference, a name or a number, unless it is something else. */
const entry = new RegExp(
  `${space}*/(${regular}*)${space}*(?:(\\d+) (\\d+) R|/(${regular}*)|(-?\\d+(?:\\.\\d+)?)(?=${space}*[/>])|)`,
  'y'
)
const endOfDictionary = new RegExp(`${space}*>>`, 'y')
/** A reference, the end of an array, or a number, unless it is something else. */
const item = new RegExp(`${space}*(?:(\\d+) (\\d+) R|(\\])|(-?\\d+(?:\\.\\d+)?)(?=[\\] \\n])|)`, 'y')
const word = new RegExp(`(\\d+)${space}+(\\d+)${space}+R|[-+.\\d]+|true|false|null`, 'y')
const name = new RegExp(`/(${regular}*)`, 'y')
const hexadecimal = /<([^<>]*)>/y
const plain = /\(([^()\\]*)\)/y

/** Read the values of a text, a byte a character, as pdf-lib's own parser does, which goes byte by byte; what occurs often is made once. */
export function valuesIn(text: string, context: PDFContext, library: Library): Values {
  const {PDFArray, PDFBool, PDFHexString, PDFName, PDFNull, PDFNumber, PDFRef, PDFString} = library
  const names = new Map<string, PDFName>()
  const numbers = new Map<string, PDFNumber>()
  const references: Array<PDFRef> = []
  const self: Values = {at: 0, take, value, name: nameOf, number: numberOf, reference}
  return self

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = self.at
    const found = pattern.exec(text)
    if (found === null) return undefined
    self.at = pattern.lastIndex
    return found
  }

  function value(): PDFObject {
    let first = text.charCodeAt(self.at)
    while (blank.has(first)) {
      self.at += 1
      first = text.charCodeAt(self.at)
    }
    if (first === slash) return nameOf(take(name)?.[1] ?? '')
    if (first === angle)
      return text.charCodeAt(self.at + 1) === angle ? dictionary() : PDFHexString.of(inner(hexadecimal))
    if (first === bracket) return PDFString.of(take(plain)?.[1] ?? nested())
    return first === square ? array() : other()
  }

  function dictionary(): PDFDict {
    self.at += 2
    const map = new Map<PDFName, PDFObject>()
    while (take(endOfDictionary) === undefined) {
      const [, key, number, generation, named, numeral] = take(entry) ?? []
      if (key === undefined) throw new Unusual()
      map.set(nameOf(key), short(number, generation, named, numeral) ?? value())
    }
    return dictionaryOf(map, context, library)
  }

  function short(number?: string, generation = '', named?: string, numeral?: string): PDFObject | undefined {
    if (number !== undefined) return reference(number, generation)
    if (named !== undefined) return nameOf(named)
    return numeral === undefined ? undefined : numberOf(numeral)
  }

  function array(): PDFObject {
    self.at += 1
    const values = PDFArray.withContext(context)
    for (;;) {
      const [, number, generation, end, numeral] = take(item) ?? []
      if (end !== undefined) return values
      values.push(short(number, generation, undefined, numeral) ?? value())
    }
  }

  function other(): PDFObject {
    const [found, number, generation = ''] = take(word) ?? []
    if (number !== undefined) return reference(number, generation)
    if (found === 'true') return PDFBool.True
    if (found === 'false') return PDFBool.False
    if (found === 'null') return PDFNull
    if (found === undefined) throw new Unusual()
    return numberOf(found)
  }

  function inner(pattern: RegExp): string {
    const found = take(pattern)?.[1]
    if (found === undefined) throw new Unusual()
    return found
  }

  /** A string with brackets or escapes. */
  function nested(): string {
    const start = self.at
    for (let depth = 0; self.at < text.length; ) {
      const unit = text.charCodeAt(self.at)
      self.at += unit === backslash ? 2 : 1
      if (unit === bracket) depth += 1
      else if (unit === closing) depth -= 1
      if (depth === 0) return text.slice(start + 1, self.at - 1)
    }
    throw new Unusual()
  }

  function nameOf(written: string): PDFName {
    const known = names.get(written)
    if (known !== undefined) return known
    const made = PDFName.of(
      written.replace(/#([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    )
    names.set(written, made)
    return made
  }

  function numberOf(written: string): PDFNumber {
    const known = numbers.get(written)
    if (known !== undefined) return known
    const number = Number(written)
    if (!Number.isSafeInteger(Math.trunc(number))) throw new Unusual()
    const made = PDFNumber.of(number)
    numbers.set(written, made)
    return made
  }

  function reference(number: string, generation: string): PDFRef {
    if (generation !== '0') return PDFRef.of(Number(number), Number(generation))
    const index = Number(number)
    const made = references[index] ?? PDFRef.of(index)
    references[index] = made
    return made
  }
}

const [slash, angle, bracket, closing, square, backslash] = [0x2f, 0x3c, 0x28, 0x29, 0x5b, 0x5c]

const blank = new Set([0, 0x09, 0x0a, 0x0c, 0x0d, 0x20])

function dictionaryOf(
  map: Map<PDFName, PDFObject>,
  context: PDFContext,
  {PDFCatalog, PDFDict, PDFName, PDFPageLeaf, PDFPageTree}: Library
): PDFDict {
  const type = map.get(PDFName.Type)
  if (type instanceof PDFName) {
    const kind = type.asString()
    if (kind === '/Catalog') return PDFCatalog.fromMapWithContext(map, context)
    if (kind === '/Pages') return PDFPageTree.fromMapWithContext(map, context)
    if (kind === '/Page') return PDFPageLeaf.fromMapWithContext(map, context)
  }
  return PDFDict.fromMapWithContext(map, context)
}
