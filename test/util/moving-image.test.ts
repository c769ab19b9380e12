import {expect, it} from 'vitest'
import {isMoving} from '../../src/util/moving-image.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const png = '\x89PNG\r\n\x1A\n'
const [header, control, data] = ['IHDR', 'acTL', 'IDAT'].map((name) => `\0\0\0\x02${name}xx1234`)

it.each([
  ['a PNG', `${png}${header}${data}${control}`, false],
  ['a PNG that moves', `${png}${header}${control}${data}`, true],
  ['a WebP', 'RIFF\x20\0\0\0WEBPVP8X\x02\0\0\0xxANMF\0\0\0\0', false],
  ['a WebP that moves', 'RIFF\x20\0\0\0WEBPVP8X\x03\0\0\0xxx\0ANIM\0\0\0\0', true],
  ['a GIF that breaks off', 'GIF89a\x01\0\x01\0\x80\0\0!', false],
  ['a PNG of no length', `${png}\xFF\xFF\xFF\xFFIHDR`, false]
])('%s', (_, text, moves) => {
  expect(isMoving(bytes(text))).toBe(moves)
})
