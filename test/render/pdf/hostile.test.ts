import * as library from '@cantoo/pdf-lib'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {build} from '../../../src/build.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {escaped, framed, payload, seen} from '../../support/hostile.ts'
import {worldOf} from '../../support/manuscript.ts'
import {paintedText, pdfText} from '../../support/pdf-text.ts'

const {PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream} = library

/** Places that a PDF says something in. */
const places = `title shortTitle author abstract keyword licence heading paragraph note cell caption link`.split(' ')
type Place =
  | 'abstract'
  | 'author'
  | 'caption'
  | 'cell'
  | 'heading'
  | 'keyword'
  | 'licence'
  | 'link'
  | 'note'
  | 'paragraph'
  | 'shortTitle'
  | 'title'
type Texts = Readonly<Record<Place, string>>

const everywhere = (text: string) => Object.fromEntries(places.map((place) => [place, text])) as Texts
/** A text of its own for each place. */
const texts = fc
  .tuple(...places.map(() => payload))
  .map((each) => Object.fromEntries(places.map((place, index) => [place, each[index]])) as Texts)

/** What stands in the body, and in the front of the first page. */
const printed = ['title', 'abstract', 'heading', 'paragraph', 'note', 'cell', 'caption', 'link'] as const

const written = (text: string) => escaped(framed(text))

function manuscript(each: Texts): string {
  const front = {
    title: written(each.title),
    'short-title': written(each.shortTitle),
    author: [{given: 'Ada', family: framed(each.author)}],
    abstract: written(each.abstract),
    keywords: [written(each.keyword)],
    license: {text: framed(each.licence)},
    lang: 'en'
  }
  return `---
${JSON.stringify(front)}
---

# ${written(each.heading)}

${written(each.paragraph)} and a note.[^n]

| a |
|---|
| ${written(each.cell)} |

: Counts. {#tbl:a}

![${written(each.caption)}](dot.svg){#fig:a alt="A dot"}

See [${written(each.link)}](https://example.org/).

${'# Next\n\nText.\n\n'.repeat(40)}

[^n]: ${written(each.note)}
`
}

const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'

const claim = 'Cannot mark the PDF as accessible (PDF/UA-1): '
const foreign = /(?:; )?(?:a character is in no font on page \d+ \(31-030\)|and \d+ more)/g

describe.skipIf(!hasBrowser)('hostile text in a PDF', () => {
  const {print} = testBrowser()

  it('stands in metadata, bookmarks, running heads and body as everybody sees it, and is tagged', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (each) => {
        const world = worldOf(manuscript(each), {'dot.svg': dot}, {print})
        const {output, failure, problems} = await build(world, {to: ['pdf']})
        expect(failure).toBeUndefined()
        // Characters that stand for nothing, of which none has a letter in a font, are all that may be said.
        for (const {id, reason} of problems)
          if (id === 'pdf-accessible') expect(reason.replace(foreign, '')).toBe(claim)
        const pdf = await PDFDocument.load(output.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
        const xmp = textOfXml(xmpOf(pdf))
        expect(seen(infoOf(pdf, 'Title'))).toBe(seen(framed(each.title)))
        expect(seen(infoOf(pdf, 'Author'))).toContain(seen(framed(each.author)))
        expect(seen(infoOf(pdf, 'Keywords'))).toContain(seen(framed(each.keyword)))
        for (const text of [each.title, each.author, each.abstract, each.keyword, each.licence])
          expect(seen(xmp)).toContain(seen(framed(text)))
        expect(bookmarksOf(pdf)).toContain(seen(framed(each.heading)))
        expectPainted(pdf, each)
      }),
      {numRuns: 5, seed: 8, examples: [[everywhere('\uDC00<\u001B]]>')], [everywhere('\u202E>')]]}
    )
  })
})

/** What is turned around by its author is painted so; words are divided at the ends of lines. */
function expectPainted(pdf: library.PDFDocument, each: Texts): void {
  const plain = (text: string) => seen(text).replaceAll('-', '')
  const third = pdf.getPages()[2]
  const body = pdfText(pdf)
  const places = printed.map((place): [string, string] => [body, each[place]])
  // A head of a thousand letters is cut off.
  if (third !== undefined && each.shortTitle.length < 1000) places.push([paintedText(third), each.shortTitle])
  for (const [painted, text] of places)
    if (!text.includes('\u202E')) expect(plain(painted)).toContain(plain(framed(text)))
}

function infoOf(pdf: library.PDFDocument, key: string): string {
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
  return info.lookup(PDFName.of(key), PDFHexString).decodeText()
}

function xmpOf(pdf: library.PDFDocument): string {
  const stream = pdf.catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFRawStream ? new TextDecoder('utf-8', {fatal: true}).decode(stream.contents) : ''
}

function textOfXml(xml: string): string {
  const parts: Array<string> = []
  const open: Array<unknown> = [fromXml(xml.replace(/<\?xpacket.*?\?>/g, '').trim())]
  for (let next = open.pop() as {value?: string; children?: Array<unknown>}; next; next = open.pop() as typeof next) {
    if (next.value !== undefined) parts.push(next.value)
    open.push(...(next.children ?? []).toReversed())
  }
  return parts.join('')
}

function bookmarksOf(pdf: library.PDFDocument): string {
  const titles = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const title =
      object instanceof PDFDict && object.has(PDFName.of('Dest')) ? object.lookup(PDFName.of('Title')) : undefined
    return title instanceof PDFHexString ? [seen(title.decodeText())] : []
  })
  return titles.join('\n')
}
