import {deflateSync, inflateSync} from 'node:zlib'

/** A table as it lies in a WOFF file. */
interface Packed {
  readonly stored: Uint8Array
  readonly length: number
  readonly checksum: number
}

/** The tables of a font, by their tags. */
export type Tables = ReadonlyMap<string, Packed>

/** A table's entry in a WOFF file: tag, offset, length as it is stored, length, checksum (W3C WOFF 1.0, §4). */
const entrySize = 20
const headerSize = 44
const signature = 0x774f4646

/** The tables of a WOFF file; `undefined` if it is none. */
export function readWoff(woff: Uint8Array): Tables | undefined {
  const view = viewOf(woff)
  if (view.byteLength < headerSize || view.getUint32(0) !== signature) return undefined
  const tables = new Map<string, Packed>()
  for (let index = 0; index < view.getUint16(12); index += 1) {
    const at = headerSize + index * entrySize
    const [offset = 0, size = 0, length = 0, checksum = 0] = [4, 8, 12, 16].map((next) => view.getUint32(at + next))
    const tag = String.fromCharCode(...woff.subarray(at, at + 4))
    tables.set(tag, {stored: woff.subarray(offset, offset + size), length, checksum})
  }
  return tables
}

/** The bytes of a table of one's own; `undefined` if there is none. */
export function tableOf(tables: Tables, tag: string): Uint8Array | undefined {
  const found = tables.get(tag)
  if (found === undefined) return undefined
  return found.stored.length === found.length ? found.stored.slice() : Uint8Array.from(inflateSync(found.stored))
}

/** A table for a WOFF file. */
export function packed(table: Uint8Array): Packed {
  const smaller = deflateSync(table)
  return {
    stored: smaller.length < table.length ? smaller : table,
    length: table.length,
    checksum: checksumOf(table)
  }
}

/** A WOFF file of tables. */
export function writeWoff(tables: Tables, flavour: number): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const start = headerSize + sorted.length * entrySize
  const woff = new Uint8Array(sorted.reduce((sum, [, {stored}]) => sum + padded(stored.length), start))
  const view = viewOf(woff)
  view.setUint32(0, signature)
  view.setUint32(4, flavour)
  view.setUint32(8, woff.length)
  view.setUint16(12, sorted.length)
  view.setUint32(
    16,
    sorted.reduce((sum, [, {length}]) => sum + padded(length), 12 + 16 * sorted.length)
  )
  view.setUint16(20, 1)
  let offset = start
  for (const [index, [tag, {stored, length, checksum}]] of sorted.entries()) {
    const at = headerSize + index * entrySize
    for (let letter = 0; letter < 4; letter += 1) woff[at + letter] = tag.charCodeAt(letter)
    for (const [next, value] of [offset, stored.length, length, checksum].entries())
      view.setUint32(at + 4 + 4 * next, value)
    woff.set(stored, offset)
    offset += padded(stored.length)
  }
  return woff
}

/** A view of bytes that may be a part of others. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

/** The sum of a table's words (OpenType, “Calculating checksums”). */
function checksumOf(table: Uint8Array): number {
  const words = new Uint8Array(padded(table.length))
  words.set(table)
  const view = viewOf(words)
  let sum = 0
  for (let at = 0; at < words.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
