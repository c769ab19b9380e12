const text = new TextEncoder()
const entries = 1024

/** From the primaries and the white of IEC 61966-2-1 to the white of profiles, D50, by Bradford's method: X, Y, Z of red, green and blue. */
const primaries = [
  [0.4360747, 0.2225045, 0.0139322],
  [0.3850649, 0.7168786, 0.0971045],
  [0.1430804, 0.0606169, 0.7141733]
] as const
const white = [0.9642, 1, 0.8249] as const

/** The colours of screens, sRGB (IEC 61966-2-1), as an ICC profile of version 2 (ICC.1:2001-04). */
export function srgb(): Uint8Array {
  const curve = tag('curv', [long(entries), ...Array.from({length: entries}, (_, index) => short(curveAt(index)))])
  const tags: ReadonlyArray<readonly [signatures: ReadonlyArray<string>, data: Uint8Array]> = [
    [['desc'], description('sRGB IEC61966-2.1')],
    [['cprt'], tag('text', [text.encode('No copyright, use freely\0')])],
    [['wtpt'], xyz(white)],
    [['rXYZ'], xyz(primaries[0])],
    [['gXYZ'], xyz(primaries[1])],
    [['bXYZ'], xyz(primaries[2])],
    [['rTRC', 'gTRC', 'bTRC'], curve]
  ]
  const count = tags.reduce((sum, [signatures]) => sum + signatures.length, 0)
  const table: Array<Uint8Array> = [long(count)]
  let at = 128 + 4 + 12 * count
  for (const [signatures, data] of tags) {
    for (const signature of signatures) table.push(text.encode(signature), long(at), long(data.length))
    at += data.length
  }
  return joined([header(at), ...table, ...tags.map(([, data]) => data)])
}

/** How bright a value is (IEC 61966-2-1, 5.2), of 65,535. */
function curveAt(index: number): number {
  const value = index / (entries - 1)
  return Math.round(65_535 * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
}

/** ICC.1:2001-04, 6.1: a profile of a screen, from RGB to XYZ, made on the day of the standard. */
function header(size: number): Uint8Array {
  return joined([
    long(size),
    long(0),
    long(0x0210_0000),
    text.encode('mntrRGB XYZ '),
    ...[1999, 10, 18, 0, 0, 0].map(short),
    text.encode('acsp'),
    new Uint8Array(28),
    ...white.map(fixed),
    new Uint8Array(48)
  ])
}

/** ICC.1:2001-04, 6.5.17. */
function description(words: string): Uint8Array {
  return tag('desc', [long(words.length + 1), text.encode(`${words}\0`), new Uint8Array(4 + 4 + 2 + 1 + 67)])
}

function xyz(values: ReadonlyArray<number>): Uint8Array {
  return tag('XYZ ', values.map(fixed))
}

/** The data of a tag begin at a multiple of four. */
function tag(type: string, parts: ReadonlyArray<Uint8Array>): Uint8Array {
  const data = joined([text.encode(type), long(0), ...parts])
  return joined([data, new Uint8Array((4 - (data.length % 4)) % 4)])
}

function fixed(value: number): Uint8Array {
  return long(Math.round(value * 65_536))
}

function long(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)
}

function short(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value & 0xff)
}

function joined(parts: ReadonlyArray<Uint8Array>): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
