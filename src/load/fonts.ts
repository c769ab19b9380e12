import type {FontSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {Folder} from '../model/world.ts'
import type {YamlMap} from '../util/yaml.ts'
import {named} from './header.ts'
import {findNamed} from './named-files.ts'
import {extension} from './paths.ts'

const formats: ReadonlyMap<string, FontSource['format']> = new Map([
  ['otf', 'opentype'],
  ['ttf', 'truetype'],
  ['woff', 'woff'],
  ['woff2', 'woff2']
])

/** Fonts of the author's own, `fonts: [fonts/Amiri-Regular.ttf]`, for letters that the fonts at hand lack. Reports what is no font. */
export async function fontFiles(
  folder: Folder,
  files: ReadonlyArray<string>,
  headers: ReadonlyArray<YamlMap>,
  from: string,
  report: Report
): Promise<ReadonlyArray<FontSource> | undefined> {
  const names = named(headers, ['fonts'])
  if (names === undefined) return undefined
  const candidates = files.filter((path) => formats.has(extension(path)))
  const paths = findNamed(names, {from, files, candidates, what: 'font', id: 'font-found'}, report)
  const found: Array<FontSource> = []
  for (const path of paths) {
    const bytes = await folder.read(path)
    const format = formats.get(extension(path))
    const [place] = names.filter(({text}) => path.endsWith(text.replace(/^\.\//, ''))).map((name) => name.place)
    if (bytes === undefined) continue
    if (format === undefined || !isFont(bytes)) {
      const reason = `Cannot read \`${path}\` as a font, expected TrueType, OpenType, WOFF or WOFF2`
      report({id: 'font-found', severity: 'error', reason, place})
    } else if (forbidsEmbedding(bytes)) {
      const reason = `Cannot use the font \`${path}\`: it says that it may not be embedded`
      const note = 'Choose a font whose licence allows it, such as those under the SIL Open Font License.'
      report({id: 'font-may-be-embedded', severity: 'error', reason, place, note})
    } else found.push({path, bytes, format})
  }
  return found.length === 0 ? undefined : found
}

/** By the first four bytes (OpenType 1.9, table directory; WOFF 2.0, 4.1). */
function isFont(bytes: Uint8Array): boolean {
  const tag = String.fromCharCode(...bytes.subarray(0, 4))
  return ['\0\u0001\0\0', 'OTTO', 'true', 'wOFF', 'wOF2'].includes(tag)
}

/** `fsType` of the table `OS/2`: 2 alone forbids it (OpenType 1.9); compressed fonts are made for the web. */
function forbidsEmbedding(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || bytes[0] === 0x77) return false
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index
    if (at + 16 > bytes.length) return false
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) !== 'OS/2') continue
    const table = view.getUint32(at + 8)
    return table + 10 <= bytes.length && (view.getUint16(table + 8) & 0x0f) === 2
  }
  return false
}
