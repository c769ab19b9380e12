import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {silentImage} from '../../src/util/silent-image.ts'

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const picture = '\xFF\xDA\x00\x02picture\xFF\xD9'
const segment = (marker: string, text: string) => `\xFF${marker}\x00${String.fromCharCode(text.length + 2)}${text}`
const exif = (orientation: string) =>
  `Exif\0\0II*\0\x08\0\0\0\x02\0\x3B\x01\x02\0\x03\0\0\0Ada\0\x12\x01\x03\0\x01\0\0\0${orientation}\0\0\0\0\0\0\0`

describe('a picture made silent', () => {
  it('keeps how it is turned, its colours and what decoders need', () => {
    const [jfif, icc, adobe] = [segment('\xE0', 'JFIF'), segment('\xE2', 'ICC_PROFILE\0'), segment('\xEE', 'Adobe')]
    const jpeg = `\xFF\xD8${jfif}${segment('\xE1', exif('\x06'))}${icc}${adobe}${segment('\xFE', 'Ada')}${picture}`
    const silent = Buffer.from(silentImage(latin1(jpeg))).toString('latin1')
    for (const part of [jfif, icc, adobe, picture, 'Exif']) expect(silent).toContain(part)
    expect(silent).toContain('\x01\x12\0\x03\0\0\0\x01\0\x06')
    expect(silent).not.toContain('Ada')
  })

  it('says nothing of a turn that is none', () => {
    const jpeg = `\xFF\xD8${segment('\xE1', exif('\x01'))}${picture}`
    expect(silentImage(latin1(jpeg))).toEqual(latin1(`\xFF\xD8${picture}`))
  })

  it('is no harm to what is broken', () => {
    const starts = fc.constantFrom('\xFF\xD8\xFF', '\x89PNG\r\n\x1A\n', '<svg><!--', 'GIF89a')
    const rest = fc.uint8Array({maxLength: 60})
    fc.assert(
      fc.property(starts, rest, (start, bytes) => {
        const whole = Uint8Array.from([...latin1(start), ...bytes])
        expect(silentImage(whole)).toBeInstanceOf(Uint8Array)
      })
    )
  })
})
