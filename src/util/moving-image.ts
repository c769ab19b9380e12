import {imageType} from './image-type.ts'

/** Whether an image is more than one picture, shown in turns: an animated GIF, PNG or WebP. Never throws: what is broken stands still. */
export function isMoving(bytes: Uint8Array): boolean {
  switch (imageType(bytes)) {
    case 'gif':
      return framesOf(bytes) > 1
    case 'png':
      return hasChunk(bytes, {from: 8, name: 'acTL', until: 'IDAT', nameAt: 4, isBig: true, around: 12})
    case 'webp':
      return hasChunk(bytes, {from: 12, name: 'ANIM', until: 'ANMF', nameAt: 0, isBig: false, around: 8})
    default:
      return false
  }
}

interface Chunks {
  readonly from: number
  readonly name: string
  /** No such chunk follows one of this name. */
  readonly until: string
  readonly nameAt: 0 | 4
  readonly isBig: boolean
  /** Bytes of a chunk beside its data. */
  readonly around: number
}

/** Chunks of PNG (length, name, data, check) and of RIFF (name, length, data, made even). */
function hasChunk(bytes: Uint8Array, {from, name, until, nameAt, isBig, around}: Chunks): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = from; at + 8 <= bytes.length; ) {
    const found = String.fromCharCode(...bytes.subarray(at + nameAt, at + nameAt + 4))
    if (found === name) return true
    if (found === until) return false
    const length = view.getUint32(at + 4 - nameAt, !isBig)
    at += around + length + (isBig ? 0 : length % 2)
  }
  return false
}

/** Pictures of a GIF, up to two (GIF89a, 17–26). */
function framesOf(bytes: Uint8Array): number {
  const table = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1))
  let at = 13 + table(bytes[10] ?? 0)
  let frames = 0
  while (at < bytes.length && frames < 2) {
    const kind = bytes[at]
    if (kind === 0x2c) {
      frames += 1
      at = behindBlocks(bytes, at + 11 + table(bytes[at + 9] ?? 0))
    } else if (kind === 0x21) at = behindBlocks(bytes, at + 2)
    else break
  }
  return frames
}

/** Blocks say how long they are; the last is empty. */
function behindBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += length + 1
  return at + 1
}
