import type {Article} from '../model/article.ts'
import {pictureOf} from '../util/asset.ts'
import {imageType, namedImageType} from '../util/image-type.ts'
import {nodesOf} from '../util/nodes.ts'
import type {ZipEntry} from '../util/zip.ts'
import type {Made} from './package.ts'

/**
 * JATS, and behind it its pictures, under names that no archive refuses: `base-g001.png` for those of figures, `base-i001.png`
 * for those in a line, in their order. What JATS names and the manuscript has not, such as an address, keeps its name.
 */
export function jatsFiles({article, files}: Made, base: string): ReadonlyArray<ZipEntry> {
  const written = [...(files.get('jats') ?? [])].find(([path]) => path.endsWith('.xml'))?.[1]
  const known = bytesOf(article)
  const pictures = new Map<string, ZipEntry>()
  const counts = {g: 0, i: 0}
  const xml = renamePictures(new TextDecoder().decode(written), (href, isInline) => {
    const bytes = known.get(href)
    if (bytes === undefined) return href
    const seen = pictures.get(href)
    if (seen !== undefined) return seen.path
    const kind = isInline ? 'i' : 'g'
    counts[kind] += 1
    const type = imageType(bytes) ?? namedImageType(href) ?? 'png'
    const path = `${base}-${kind}${String(counts[kind]).padStart(3, '0')}.${type === 'jpeg' ? 'jpg' : type}`
    pictures.set(href, {path, bytes})
    return path
  })
  return [{path: `${base}.xml`, bytes: new TextEncoder().encode(xml)}, ...pictures.values()]
}

/** The files of pictures, by what JATS calls them. */
function bytesOf(article: Article): ReadonlyMap<string, Uint8Array> {
  const bytes = new Map<string, Uint8Array>()
  for (const node of nodesOf(article)) {
    if (node.type !== 'image') continue
    const asset = pictureOf(article.assets, node)
    if (asset.kind === 'found') bytes.set(node.data?.shown ?? node.url, asset.source.bytes)
  }
  return bytes
}

function renamePictures(xml: string, nameOf: (href: string, isInline: boolean) => string): string {
  return xml.replace(
    /(<(inline-)?graphic xlink:href=")([^"]*)/g,
    (_, before: string, inline: string | undefined, href: string) =>
      `${before}${escaped(nameOf(read(href), inline !== undefined))}`
  )
}

/** As the serialiser of JATS writes attributes. */
function escaped(text: string): string {
  return text.replace(/[&<"]/g, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`)
}

function read(attribute: string): string {
  return attribute.replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
