import type {Splitting} from './cursor.ts'
import {behindBraces, behindQuotes, named, peek, skipSpace, take} from './cursor.ts'
import type {BibtexField} from './entry.ts'

const name = /[^\s"#%'(),={}]+/y
/** Longer values are no field's: macros that double each other grow without bound. */
const longest = 1_000_000

/**
 * Read fields up to and behind the brace that closes the entry `owner`; complains about what is malformed and goes on.
 * `begun`: a field may follow at once, without a comma.
 */
export function readFields(
  splitting: Splitting,
  owner: string,
  closer: string,
  begun: boolean
): ReadonlyMap<string, BibtexField> {
  const {cursor, places, complain} = splitting
  const fields = new Map<string, BibtexField>()
  let comma = begun
  for (;;) {
    skipSpace(cursor)
    const [start, next] = [cursor.at, peek(cursor)]
    if (next === closer || next === '}') {
      cursor.at++
      return fields
    }
    if (next === '') {
      const note = `Close the entry with \`${closer}\`; it was read up to here.`
      const place = places.between(start, start)
      complain({severity: 'error', reason: `Unexpected end of entry \`${owner}\`, expected \`${closer}\``, place, note})
      return fields
    }
    if (next === ',') {
      cursor.at++
      comma = true
      continue
    }
    const label = take(cursor, name)
    if (label === '') {
      cursor.at++
      complain({
        severity: 'error',
        reason: `Unexpected \`${next}\` in entry \`${owner}\`, expected a field`,
        place: places.between(start, start + 1)
      })
      cursor.at = resume(splitting)
      comma = true
      continue
    }
    if (!comma) {
      const note = 'Put a comma behind the field before it.'
      const place = places.between(start, cursor.at)
      complain({
        severity: 'error',
        reason: `Unexpected \`${label}\` in entry \`${owner}\`, expected \`,\` or \`${closer}\``,
        place,
        note
      })
    }
    readField(splitting, label, start, fields, owner)
    comma = false
  }
}

/** Where a field may begin again: the next line, or the end. */
function resume({cursor}: Splitting): number {
  const end = cursor.text.indexOf('\n', cursor.at)
  return end === -1 ? cursor.limit : Math.min(end, cursor.limit)
}

function readField(
  splitting: Splitting,
  label: string,
  start: number,
  fields: Map<string, BibtexField>,
  owner: string
): void {
  const {cursor, places, complain} = splitting
  const place = places.between(start, cursor.at)
  skipSpace(cursor)
  if (peek(cursor) !== '=') {
    complain({
      severity: 'error',
      reason: `Unexpected ${named(peek(cursor))} behind \`${label}\` in entry \`${owner}\`, expected \`=\``,
      place
    })
    return
  }
  cursor.at++
  const value = readValue(splitting, label, owner)
  const field = label.toLowerCase()
  const earlier = fields.get(field)
  if (earlier === undefined) fields.set(field, {value, place})
  else {
    const note = 'The first one counts; remove the other.'
    complain({reason: `Unexpected second \`${field}\` in entry \`${owner}\``, place, cause: earlier.place, note})
  }
}

/** Pieces joined by `#`: in braces, in quotation marks, digits, or the name of a macro. */
function readValue(splitting: Splitting, label: string, owner: string): string {
  const {cursor, places, complain} = splitting
  let value = ''
  do {
    skipSpace(cursor)
    const start = cursor.at
    const piece = readPiece(splitting, label, owner)
    if (value.length + piece.length > longest) {
      const place = places.between(start, cursor.at)
      complain({
        severity: 'error',
        reason: `Unexpected length of \`${label}\` in entry \`${owner}\`: over ${longest} characters`,
        place
      })
    } else value += piece
    skipSpace(cursor)
  } while (take(cursor, /#/y) !== '')
  return value
}

function readPiece(splitting: Splitting, label: string, owner: string): string {
  const {cursor, places, complain} = splitting
  const [start, opener] = [cursor.at, peek(cursor)]
  if (opener === '{' || opener === '"') {
    const behind = opener === '{' ? behindBraces : behindQuotes
    const end = behind(cursor.text, start, cursor.limit)
    if (end !== undefined) {
      cursor.at = end
      return cursor.text.slice(start + 1, end - 1)
    }
    const closer = opener === '{' ? '}' : '"'
    const place = places.between(start, start + 1)
    const note = `Close it with \`${closer}\`; the rest of the entry cannot be read.`
    complain({
      severity: 'error',
      reason: `Cannot find the end of \`${label}\` in entry \`${owner}\`, expected \`${closer}\``,
      place,
      note
    })
    // The first line is most likely the whole of it, and what follows are the other fields.
    cursor.at++
    const line = take(cursor, /[^\n]*/y).trimEnd()
    if (!line.endsWith(',')) return line
    cursor.at = start + line.length
    return line.slice(0, -1)
  }
  const word = take(cursor, name)
  const place = places.between(start, Math.max(cursor.at, start + 1))
  if (word === '') {
    complain({
      severity: 'error',
      reason: `Unexpected ${named(opener)} in entry \`${owner}\`, expected a value of \`${label}\``,
      place
    })
    return ''
  }
  if (/^\d+$/.test(word)) return word
  const macro = splitting.macros.get(word.toLowerCase())
  if (macro !== undefined) return macro
  const note = 'Put text in braces, `{…}`, or define the name with `@string`; it was taken as text.'
  complain({reason: `Cannot find the \`@string\` named \`${word}\` in entry \`${owner}\``, place, note})
  return word
}
