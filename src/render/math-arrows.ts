/** A table's entry in a WOFF file: tag, offset, length as it is stored, length, checksum (W3C WOFF 1.0, §4). */
const entrySize = 20
const headerSize = 44

/**
 * The part that ends long arrows to the right, as STIX Two Math 2.13 has it: where it joins the line before it, 0, and where it
 * would join what follows, 200, are the wrong way round, so that no arrow to the right is ever drawn longer.
 * (OpenType, `MATH` table, GlyphPart: start and end connector, full advance of 505, no flags.)
 */
const wrong = [0x00, 0x00, 0x00, 0xc8, 0x01, 0xf9, 0x00, 0x00]
const right = [0x00, 0xc8, 0x00, 0x00, 0x01, 0xf9, 0x00, 0x00]

/** The WOFF file of a mathematical font with its arrows mended, or as it is where they need no mending. */
export async function withArrows(woff: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  const entry = entryOf(view)
  if (entry === undefined) return woff
  const {inflateSync} = await import('node:zlib')
  const [offset, stored, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)]
  const packed = woff.subarray(offset, offset + stored)
  const table = stored === length ? packed.slice() : Uint8Array.from(inflateSync(packed))
  if (!mended(table)) return woff
  // It comes last and unpacked: what is packed differs between versions of Node.
  const start = Math.ceil(woff.length / 4) * 4
  const out = new Uint8Array(start + Math.ceil(table.length / 4) * 4)
  out.set(woff)
  out.set(table, start)
  const changed = new DataView(out.buffer)
  changed.setUint32(8, out.length)
  changed.setUint32(entry + 4, start)
  changed.setUint32(entry + 8, length)
  return out
}

/** Where the `MATH` table has its entry; `undefined` if the file is no WOFF or has none. */
function entryOf(view: DataView): number | undefined {
  if (view.byteLength < headerSize || view.getUint32(0) !== 0x774f4646) return undefined
  const count = view.getUint16(12)
  for (let index = 0; index < count; index += 1) {
    const entry = headerSize + index * entrySize
    if (view.getUint32(entry) === 0x4d415448) return entry
  }
  return undefined
}

/** Put right what is wrong in a table; whether anything was. */
function mended(table: Uint8Array): boolean {
  let found = false
  for (let at = 0; at + wrong.length <= table.length; at += 2) {
    if (!wrong.every((byte, index) => table[at + index] === byte)) continue
    table.set(right, at)
    found = true
  }
  return found
}
