import {describe, expect, it} from 'vitest'
import type {Source} from '../../src/model/manuscript.ts'
import {assetOf} from '../../src/util/asset.ts'
import {imageType, namedImageType} from '../../src/util/image-type.ts'

const paths = ['figures/a b.png', 'text/b.svg', '100%.png', 'data:.png']
const assets: ReadonlyMap<string, Source> = new Map(paths.map((path) => [path, {path, bytes: new Uint8Array()}]))

function found(url: string, textFile?: string): string {
  const asset = assetOf(assets, url, textFile)
  return asset.kind === 'found' ? asset.source.path : asset.kind
}

describe('assetOf', () => {
  it('finds a file from the folder, or from the folder of the text', () => {
    expect(found('text/b.svg', 'text/one.md')).toBe('text/b.svg')
    expect(found('b.svg', 'text/one.md')).toBe('text/b.svg')
    expect(found('../figures/a b.png', 'text/one.md')).toBe('figures/a b.png')
    expect(found('./figures//a b.png')).toBe('figures/a b.png')
    expect(found('b.svg')).toBe('missing')
  })

  it('reads percent signs both ways', () => {
    expect(found('figures/a%20b.png')).toBe('figures/a b.png')
    expect(found('100%.png')).toBe('100%.png')
    expect(found('100%25.png')).toBe('100%.png')
  })

  it.each(['../../etc/passwd', '/etc/passwd', '..', 'a/../../b.png', '%2e%2e/b.png', '..\\b.png', 'C:\\b.png'])(
    'stays inside, whatever %s says',
    (url) => {
      expect(found(url)).toBe('outside')
    }
  )

  it.each(['https://example.org/a.png', '//example.org/a.png', 'data:image/png;base64,AA', 'file:///etc/passwd'])(
    'takes %s for remote',
    (url) => {
      expect(found(url)).toBe('remote')
    }
  )
})

describe('image types', () => {
  it('go by name', () => {
    expect(['a.JPG', 'b.jpeg', 'c.svg', 'd.tiff', 'png', 'e'].map(namedImageType)).toEqual([
      'jpeg',
      'jpeg',
      'svg',
      undefined,
      undefined,
      undefined
    ])
  })

  it('go by content', () => {
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    expect(imageType(bytes('\x89PNG\r\n\x1A\n…'))).toBe('png')
    expect(imageType(bytes('\xFF\xD8\xFF\xE0'))).toBe('jpeg')
    expect(imageType(bytes('GIF89a'))).toBe('gif')
    expect(imageType(bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe('webp')
    expect(imageType(bytes('<?xml version="1.0"?><!-- a --><svg xmlns="">'))).toBe('svg')
    expect(imageType(bytes('<html>'))).toBeUndefined()
    expect(imageType(new Uint8Array())).toBeUndefined()
  })
})
