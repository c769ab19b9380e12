import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {epubFaults} from '../support/epubcheck.ts'
import {type Files, worldOf} from '../support/manuscript.ts'

/** The path of `epubcheck.jar`; the check is left out, and says so, where it is not given. */
const jar = process.env['EPUBCHECK']
if (jar === undefined) console.warn('EPUBs are not checked: set EPUBCHECK to the path of epubcheck.jar')

const read = (path: string) => readFileSync(path, 'utf8')

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const named = paths.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(named.map((path) => [path, readFileSync(join(folder, path))]))
}

async function epubOf(markdown: string, files: Files = {}, now = 0): Promise<Uint8Array> {
  const {output} = await build(worldOf(markdown, files, {now: () => new Date(now)}), {to: ['epub']})
  return output.get('paper.epub') ?? new Uint8Array()
}

/** The files of the book as text, by path. */
async function bookOf(markdown: string, files: Files = {}): Promise<Readonly<Record<string, string>>> {
  const entries = Object.entries(unzipSync(await epubOf(markdown, files)))
  return Object.fromEntries(entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

const faults = (epub: Uint8Array) => epubFaults(epub, jar ?? '')

const hostile = `---
title: "<b> & ]]> \\u0001"
author: "A \\uFFFF & <B>"
keywords: ["a < b", "]]>"]
lang: "x y"
---

# <i> &amp; "

\u0001 & < ]]> \`]]>\` $a<b$ [here](#nowhere) [file](data.csv) [bad](http://[x) \uD800

# 1 ² {#²a}

A note.[^1] ![A & "B"](a.png)

[^1]: Said ]]> so.
`

const samples: ReadonlyArray<readonly [string, string, Files]> = [
  ['the paper', read('manuscript/paper.md'), filesOf('manuscript')],
  ['every construct', read('test/fixtures/every-construct/paper.md'), filesOf('test/fixtures/every-construct')],
  ['tables', read('test/fixtures/tables/paper.md'), filesOf('test/fixtures/tables')],
  ['a word', 'Word.', {}],
  ['hostile text', hostile, {}]
]

describe.each(samples)('the EPUB of %s', (_, markdown, files) => {
  it('is faultless to EPUBCheck', {timeout: 120_000}, async (context) => {
    if (jar === undefined || !existsSync(jar)) return context.skip('needs EPUBCHECK, the path of epubcheck.jar')
    expect(await faults(await epubOf(markdown, files))).toEqual([])
  })

  it('is the same at another time', async () => {
    const later = await epubOf(markdown, files, 1e12)
    expect(Buffer.compare(await epubOf(markdown, files), later)).toBe(0)
  })

  it('runs no script and loads nothing from afar', async () => {
    const text = (await bookOf(markdown, files))['EPUB/text.xhtml'] ?? ''
    expect(text).not.toMatch(/<script|<iframe|javascript:|\son\w+="| src="(?!images\/\d)/)
  })
})

describe('an EPUB', () => {
  it('begins with its type, as it is', async () => {
    const start = new TextDecoder('latin1').decode((await epubOf('Text.')).subarray(0, 58))
    expect(start.slice(30)).toBe('mimetypeapplication/epub+zip')
  })

  it('says who wrote it, in what language, under which terms', async () => {
    const book = await bookOf(`---
title: On *reading*
author: {given: Ada, family: Example}
lang: en-GB
date: 2025-03
doi: 10.5555/12345678
license: CC-BY-4.0
---
# One

Text $x$.`)
    const opf = book['EPUB/package.opf'] ?? ''
    expect(opf).toContain('<dc:identifier id="book">https://doi.org/10.5555/12345678</dc:identifier>')
    expect(opf).toContain('<dc:title id="title">On reading</dc:title>')
    expect(opf).toContain('<dc:language>en-GB</dc:language>')
    expect(opf).toContain('<dc:creator id="creator-1">Ada Example</dc:creator>')
    expect(opf).toContain('<meta property="file-as" refines="#creator-1">Example, Ada</meta>')
    expect(opf).toContain('<dc:date>2025-03</dc:date>')
    expect(opf).toContain('<meta property="dcterms:modified">2025-03-01T00:00:00Z</meta>')
    expect(opf).toContain('<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>')
    expect(opf).toContain('<meta property="schema:accessibilityFeature">MathML</meta>')
    expect(opf).toContain('media-type="application/xhtml+xml" properties="mathml"')
  })

  it('spells addresses as books may hold them', async () => {
    const book = await bookOf('[a](https://example.org/a[b]?c=[d]|e)')
    expect(book['EPUB/text.xhtml']).toContain('href="https://example.org/a%5Bb%5D?c=%5Bd%5D%7Ce"')
  })

  it('has no link past the head of a web page', async () => {
    const book = await bookOf('Word.')
    expect(book['EPUB/text.xhtml']).toContain('Word.')
    expect(book['EPUB/text.xhtml']).not.toContain('class="skip"')
  })

  it('says how small formulas are where MathML 3 says it', async () => {
    const book = await bookOf(
      '$$\\frac{a}{x_{i}^{(-1/(m-1))}}^{b^{c^{d}}}$$\n\n$$\\sum_{\\substack{a\\\\b}} {\\scriptscriptstyle x}$$'
    )
    const levels = [...(book['EPUB/text.xhtml'] ?? '').matchAll(/<(\w+)[^>]*scriptlevel/g)].map(([, name]) => name)
    expect(levels.length).toBeGreaterThan(0)
    expect(new Set(levels)).toEqual(new Set(['mstyle']))
  })

  it('lists its sections, and marks notes', async () => {
    const book = await bookOf('# One\n\nText.[^a]\n\n## Two\n\nText.\n\n[^a]: Note.')
    expect(book['EPUB/navigation.xhtml']).toMatch(/#one">1 One<\/a><ol><li><a href="text.xhtml#two">1.1 Two/)
    expect(book['EPUB/text.xhtml']).toMatch(/<a [^>]*epub:type="noteref"/)
    expect(book['EPUB/text.xhtml']).toMatch(/<li [^>]*epub:type="endnote"/)
    expect(book['EPUB/text.xhtml']).toMatch(/role="doc-backlink"/)
  })

  it('holds pictures as files, each once', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      'base64'
    )
    const book = await bookOf('![A](a.png)\n\n![B](a.png)', {'a.png': png})
    expect(Object.keys(book).filter((path) => path.includes('images'))).toEqual(['EPUB/images/1.png'])
  })
})
