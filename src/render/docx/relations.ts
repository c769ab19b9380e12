import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Source} from '../../model/manuscript.ts'
import type {ImageType} from '../../util/image-type.ts'
import type {ZipEntry} from '../../util/zip.ts'
import {isSafe} from '../html/link.ts'
import {part} from './xml.ts'

/** What a part refers to outside itself (ECMA-376-2, 6.5). */
export interface Relations {
  /** The id of a link to an address; `undefined` for an address that no reader can follow. */
  link(url: string): string | undefined
  /** The id of a picture, kept once. */
  picture(source: Source, type: ImageType): string
  /** The part that lists them, with what the part always refers to. */
  file(fixed: ReadonlyArray<readonly [type: string, target: string]>): Uint8Array
  pictures(): ReadonlyArray<ZipEntry>
}

const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Relations of one part; its pictures are called by its name. */
export function createRelations(name: string): Relations {
  const links = new Map<string, string>()
  const images = new Map<string, {readonly id: string; readonly entry: ZipEntry}>()
  return {
    link(url) {
      const target = isSafe(url) ? addressOf(url) : undefined
      if (target === undefined) return undefined
      const id = links.get(target) ?? `link${links.size + 1}`
      links.set(target, id)
      return id
    },
    picture({path, bytes}, type) {
      const known = images.get(path)
      if (known !== undefined) return known.id
      const count = images.size + 1
      const entry = {path: `media/${name}${count}.${type}`, bytes, stored: type !== 'svg'}
      images.set(path, {id: `image${count}`, entry})
      return `image${count}`
    },
    file(fixed) {
      return relationships([
        ...fixed.map(([type, target], index) => relationship(`part${index + 1}`, `${base}/${type}`, target)),
        ...[...images.values()].map(({id, entry}) => relationship(id, `${base}/image`, entry.path)),
        ...[...links].map(([target, id]) => relationship(id, `${base}/hyperlink`, target, true))
      ])
    },
    pictures: () => [...images.values()].map(({entry}) => entry)
  }
}

/** A list of relationships as a part. */
export function relationships(children: ReadonlyArray<Element>): Uint8Array {
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return part(x('Relationships', {xmlns}, [...children]))
}

/** One relationship; what is outside the file is not looked for in it. */
export function relationship(id: string, type: string, target: string, outside = false): Element {
  return x('Relationship', {Id: id, Type: type, Target: target, ...(outside ? {TargetMode: 'External'} : {})})
}

/** An address as RFC 3986 wants it: Word refuses a whole file for one that is not. */
function addressOf(url: string): string | undefined {
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(url)
  if (!URL.canParse(url, 'https://example.org/')) return undefined
  const {href, hostname, protocol} = new URL(url.toWellFormed(), 'https://example.org/')
  if (isAbsolute && protocol.startsWith('http') && !/^[a-z0-9.-]+$|^\[[0-9a-f:]+\]$/i.test(hostname)) return undefined
  const address = isAbsolute ? href : href.replace('https://example.org/', '')
  const encoded = address.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(/["<>\\^`{|}\s]/g, encodeURIComponent)
  return encoded === '' || encoded.startsWith('//') || encoded.length > 2000 ? undefined : encoded
}
