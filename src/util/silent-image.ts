import {imageType} from './image-type.ts'
import {joinedBytes, silentJpeg} from './silent-jpeg.ts'

/** An image without what its file says beside the picture: who made it, when, where, with what. As it is where its type has no such thing, or is another. */
export function silentImage(bytes: Uint8Array): Uint8Array {
  const type = imageType(bytes)
  if (type === 'jpeg') return silentJpeg(bytes)
  if (type === 'png') return silentPng(bytes)
  return type === 'svg' ? silentSvg(bytes) : bytes
}

/** Chunks of text, times and cameras (PNG, third edition, 11.3). */
const telling: ReadonlySet<string> = new Set(['eXIf', 'iTXt', 'tEXt', 'tIME', 'zTXt'])

function silentPng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!telling.has(name)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return joinedBytes(kept)
}

/** Names and folders of files, as drawing programs note them. */
const paths = /\s(?:sodipodi:doc(?:name|base)|inkscape:export-filename|xml:base)\s*=\s*(?:"[^"]*"|'[^']*')/g

function silentSvg(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  const silent = without(without(without(text, '<!--', '-->'), '<metadata', '</metadata>'), '<rdf:RDF', '</rdf:RDF>')
  return new TextEncoder().encode(silent.replace(paths, ''))
}

/** A text without all from `open` to `close`; what is not closed stays. */
function without(text: string, open: string, close: string): string {
  const parts: Array<string> = []
  let from = 0
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at)
    if (end < 0) break
    parts.push(text.slice(from, at))
    from = end + close.length
  }
  return [...parts, text.slice(from)].join('')
}
