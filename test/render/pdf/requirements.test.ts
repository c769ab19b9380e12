import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import type {Article} from '../../../src/model/article.ts'
import {walk} from '../../../src/util/walk.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {worldOf} from '../../support/manuscript.ts'

const {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFString} = library
const name = (text: string) => PDFName.of(text)

const markdown = `---
title: Tides
author: Ada Noor
lang: en
---

# First

As said [@marsh], and again [@marsh; @tide]. See @fig:dot and [the second](#second).^[A note.]

![A dot.](dot.jpg){#fig:dot alt="A dot"}

![A drawing.](drawing.svg){alt="A square"}

## Below

Text.

# Second {#second}

Text.
`
const bib = `@book{marsh, author = {Marsh, Ida}, title = {On water}, year = {1990}, publisher = {Press}, doi = {10.5555/water}}
@article{tide, author = {Noor, Ada}, title = {A tide}, journal = {Tides}, year = {1991}, doi = {10.5555/tide}}
`
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="#258"/></svg>'
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64'
)

describe.skipIf(!hasBrowser)('a PDF', () => {
  const {print} = testBrowser()
  let pdf: library.PDFDocument
  let article: Article | undefined
  beforeAll(async () => {
    const world = worldOf(markdown, {'references.bib': bib, 'drawing.svg': drawing, 'dot.jpg': jpeg}, {print})
    const made = await build(world, {to: ['pdf']})
    pdf = await PDFDocument.load(made.output.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
    article = made.article
  })

  it('is open: no key, no script, no form', () => {
    expect(pdf.context.trailerInfo.Encrypt).toBeUndefined()
    expect(pdf.catalog.has(name('AcroForm'))).toBe(false)
    const keys = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? object.keys().map((key) => key.decodeText()) : []))
    expect(keys.filter((key) => /^(?:JS|JavaScript|AA|OpenAction)$/.test(key))).toEqual([])
  })

  it('has a link for each work that is cited, for each DOI, and none that leads nowhere', () => {
    const links = pdf.getPages().flatMap(({node}) => node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? [])
    const targets = links.map((link) => targetOf(pdf.context.lookup(link, PDFDict)))
    const cited =
      article === undefined ? [] : [...walk([article.body])].flatMap((node) => (node.type === 'citation' ? [node] : []))
    expect(cited.length).toBe(2)
    const works = targets.filter((target) => target.startsWith('ref-'))
    expect(works.sort()).toEqual(['ref-marsh', 'ref-marsh', 'ref-tide'])
    expect(targets).toEqual(expect.arrayContaining(['https://doi.org/10.5555/water', 'https://doi.org/10.5555/tide']))
    const known = destinations()
    expect(targets.filter((target) => !/^https:/.test(target) && !known.has(target))).toEqual([])
    expect(targets).toEqual(expect.arrayContaining(['second', 'fig:dot', 'note-1']))
  })

  it('has its headings for bookmarks, and its pages’ numbers', () => {
    const outlines = pdf.catalog.lookup(name('Outlines'), PDFDict)
    expect(outline(outlines)).toEqual([
      [
        'Tides',
        [
          ['1 First', [['1.1 Below', []]]],
          ['2 Second', []],
          ['References', []]
        ]
      ]
    ])
    expect(pdf.catalog.has(name('PageLabels'))).toBe(true)
  })

  it('holds pictures as they are: a photograph byte for byte, a drawing as lines', () => {
    const images = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Image') ? [object] : []
      )
    expect(images.map(({contents}) => Buffer.from(contents).toString('base64'))).toEqual([jpeg.toString('base64')])
  })

  function destinations(): ReadonlySet<string> {
    const old = pdf.catalog.lookupMaybe(name('Dests'), PDFDict)?.keys() ?? []
    return new Set(old.map((key) => key.decodeText()))
  }

  type Entry = readonly [title: string, below: ReadonlyArray<Entry>]

  function outline(above: library.PDFDict): ReadonlyArray<Entry> {
    const entries: Array<Entry> = []
    for (let next = above.lookupMaybe(name('First'), PDFDict); next; next = next.lookupMaybe(name('Next'), PDFDict))
      entries.push([next.lookup(name('Title'), PDFHexString).decodeText(), outline(next)])
    return entries
  }

  function targetOf(link: library.PDFDict): string {
    const target = link.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI')) ?? link.lookup(name('Dest'))
    const isText = target instanceof PDFString || target instanceof PDFHexString || target instanceof PDFName
    return isText ? target.decodeText() : `${target instanceof PDFRef}`
  }
})
