import type {ImageType} from '../../util/image-type.ts'
import {mediaTypes} from '../../util/media-types.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Where a picture does not say how large it is: what browsers take (CSS Images 3, 5.1). */
const usual: Size = {width: 300, height: 150}

/** A page that holds a picture and nothing else, of its size in pixels. */
export function picturePage(bytes: Uint8Array, type: ImageType): string {
  const {width, height} = sizeOf(bytes, type)
  const data = `data:${mediaTypes[type]};base64,${Buffer.from(bytes).toString('base64')}`
  const size = `width:${width}px;height:${height}px`
  return `<!DOCTYPE html><html lang="zxx"><head><meta charset="utf-8"><title>Picture</title><style>@page{size:${width}px ${height}px;margin:0}html,body{margin:0;overflow:hidden;${size}}img{display:block;${size}}</style></head><body><img alt="" src="${data}"></body></html>`
}

function sizeOf(bytes: Uint8Array, type: ImageType): Size {
  const found = type === 'svg' ? svgSize(new TextDecoder().decode(bytes)) : rasterSize(bytes, type)
  const {width, height} = found ?? usual
  // A page is at most 200 inches wide and high (ISO 32000-1, annex C).
  const shrink = Math.max(1, width / 9600, height / 9600)
  return {width: Math.max(1, Math.round(width / shrink)), height: Math.max(1, Math.round(height / shrink))}
}

const pixels: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4]
])

/** Width and height as the root says, else the extent of its `viewBox` (SVG 2, 7.2). */
function svgSize(text: string): Size | undefined {
  const [root = ''] = /<(?:[\w-]{1,32}:)?svg[\s>/][^>]{0,20000}/.exec(text) ?? []
  const [, , , boxWidth = Number.NaN, boxHeight = Number.NaN] =
    /\sviewBox\s*=\s*["']\s*(\S+)[\s,]+(\S+)[\s,]+(\S+)[\s,]+([^\s"']+)/.exec(root)?.map(Number) ?? []
  const lengthOf = (name: string) => {
    const [, number, unit = ''] = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)([a-z]*)\\s*["']`).exec(root) ?? []
    return Number(number) * (pixels.get(unit) ?? Number.NaN)
  }
  const [width, height] = [lengthOf('width'), lengthOf('height')]
  const ratio = boxWidth / boxHeight
  const size = {
    width: firstOf([width, height * ratio, boxWidth]),
    height: firstOf([height, width / ratio, boxHeight])
  }
  return size.width > 0 && size.height > 0 ? size : undefined
}

function firstOf(numbers: ReadonlyArray<number>): number {
  return numbers.find((number) => Number.isFinite(number) && number > 0) ?? 0
}

/** GIF89a, 18; WebP Container Specification, “Extended File Format” and the two bitstreams. */
function rasterSize(bytes: Uint8Array, type: ImageType): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'gif' && bytes.length >= 10) return {width: view.getUint16(6, true), height: view.getUint16(8, true)}
  if (type !== 'webp' || bytes.length < 30) return undefined
  const chunk = String.fromCharCode(...bytes.subarray(12, 16))
  if (chunk === 'VP8 ') return {width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff}
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true)
    return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1}
  }
  const three = (offset: number) => (view.getUint32(offset, true) & 0xffffff) + 1
  return chunk === 'VP8X' && bytes.length >= 31 ? {width: three(24), height: three(27)} : undefined
}
