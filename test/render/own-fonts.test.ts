import {expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {directionOf} from '../../src/util/direction.ts'
import {isHeld} from '../../src/util/held-characters.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {worldOf} from '../support/manuscript.ts'

const regular = await packageFiles().read('@fontsource/tinos/files/tinos-latin-400-normal.woff2')
if (regular === undefined) throw new Error('Cannot find a font to test with')
const front = (fonts: string) => `---\ntitle: T\nlang: ar\nfonts: ${fonts}\n---\n\n# واحد\n\nكتاب and words.\n`

/** A font that says nothing but whether it may be embedded: a table directory, and `OS/2` as far as `fsType`. */
function fontWith(fsType: number): Uint8Array {
  const bytes = new Uint8Array(12 + 16 + 10)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, 1)
  bytes.set(new TextEncoder().encode('OS/2'), 12)
  view.setUint32(20, 28)
  view.setUint32(24, 10)
  view.setUint16(28 + 8, fsType)
  return bytes
}

async function made(fonts: string, files: Readonly<Record<string, Uint8Array>>) {
  const {output, problems} = await build(worldOf(front(fonts), files), {to: ['html', 'epub']})
  const told = problems.filter(({id}) => /^(?:font|path|letters)/.test(id))
  return {html: new TextDecoder().decode(output.get('paper.html')), told}
}

it('has the author’s fonts show what those at hand lack, upright and bold', async () => {
  const {html, told} = await made('[a/Own-Regular.woff2, a/Own-Bold.woff2]', {
    'a/Own-Regular.woff2': regular,
    'a/Own-Bold.woff2': regular
  })
  expect(told).toEqual([])
  const faces = [
    ...html.matchAll(/@font-face\{font-family:"Own Letters";font-weight:(\d+);[^}]*?unicode-range:([^;]*)/g)
  ]
  expect(faces.map(([, weight]) => weight)).toEqual(['400', '700'])
  expect(faces[0]?.[2]).toContain('U+643')
  expect(faces[0]?.[2]).not.toContain('U+61,')
  expect(html).toContain('"STIX Two Text", "Own Letters"')
  expect(html).toContain('<html lang="ar" dir="rtl">')
})

it('says which letters no font has where the author brings none', async () => {
  const {html, told} = await made('[]', {})
  expect(told).toMatchObject([{id: 'letters-have-fonts', severity: 'warning', place: {start: {line: 7, column: 3}}}])
  expect(html).not.toContain('Own Letters')
})

it('refuses what is no font, is not there, or may not be embedded', async () => {
  const {told} = await made('[a.ttf, b.ttf, ../c.ttf, secret.ttf, free.ttf]', {
    'a.ttf': new TextEncoder().encode('no font'),
    'bb.ttf': fontWith(0),
    'secret.ttf': fontWith(2),
    'free.ttf': fontWith(8)
  })
  expect(told.map(({reason, expected}) => [reason, ...[...(expected ?? [])].sort()])).toEqual([
    ['Cannot find the font `b.ttf`', 'a.ttf', 'bb.ttf'],
    ["Cannot read the font `../c.ttf`: it lies outside the manuscript's folder"],
    ['Cannot read `a.ttf` as a font, expected TrueType, OpenType, WOFF or WOFF2'],
    ['Cannot use the font `secret.ttf`: it says that it may not be embedded']
  ])
})

it('knows what is written from right to left', () => {
  expect(['ar', 'he-IL', 'fa', 'az-Arab', 'ks-Deva', 'ku', 'en', 'dv'].map(directionOf)).toEqual([
    ...['rtl', 'rtl', 'rtl', 'rtl'],
    ...[undefined, undefined, undefined, 'rtl']
  ])
})

it('knows the characters of the fonts at hand', () => {
  for (const held of ['a', 'ў', 'қ', 'ʻ', 'ώ', '→', '𝔸', '\u200d', '\u00ad']) expect(isHeld(held)).toBe(true)
  for (const lacking of ['ك', '書', 'א', '😀', 'ქ', '\u0180\u0181'.slice(1)]) expect(isHeld(lacking)).toBe(false)
})
