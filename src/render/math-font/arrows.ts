/**
 * The part that ends long arrows to the right, as STIX Two Math 2.13 has it: where it joins the line before it, 0, and where it
 * would join what follows, 200, are the wrong way round, so that no arrow to the right is ever drawn longer.
 * (OpenType, `MATH` table, GlyphPart: start and end connector, full advance of 505, no flags.)
 */
const wrong = [0x00, 0x00, 0x00, 0xc8, 0x01, 0xf9, 0x00, 0x00]
const right = [0x00, 0xc8, 0x00, 0x00, 0x01, 0xf9, 0x00, 0x00]

/** Put right what is wrong in a `MATH` table; whether anything was. */
export function mended(table: Uint8Array): boolean {
  let found = false
  for (let at = 0; at + wrong.length <= table.length; at += 2) {
    if (!wrong.every((byte, index) => table[at + index] === byte)) continue
    table.set(right, at)
    found = true
  }
  return found
}
