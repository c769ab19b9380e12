import * as library from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {kidsOf, typeOf} from '../../../bench/measure/elements.ts'
import {structureRoot} from '../../../src/render/pdf/tags/tree.ts'
import {wordsOf} from '../../../src/render/pdf/tags/words.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {elementsOf} from '../../support/elements.ts'
import {pdfOf} from '../../support/pdf.ts'
import {pdfText} from '../../support/pdf-text.ts'

const {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString} = library

const tide = 'The moon raises the water twice in each day and the sun a little less, as sailors know well. '
const paper = `---
title: On tides
author: [{name: Ada Marsh}]
lang: en-GB
abbreviations: {NATO: North Atlantic Treaty Organization}
---

# One

${tide.repeat(4)}*${tide.trim()}*[^long] ${tide.repeat(3)} Of height $\\frac{1}{2}$ and [Привет, мир]{lang=ru} by NATO, [NATO]{lang=ru}.
See <https://example.org/${'tide'.repeat(40)}> and two-${'thirds-'.repeat(30)}of it.[^short]

${tide.repeat(60)}

$$\\int_0^1 x\\,dx$$

[^long]: ${tide.repeat(4)}
[^short]: Short.
`

describe('the words of a page', () => {
  it('are those before white space, apart at tags within a line', () => {
    const words = wordsOf(
      '<html><head><title>No way</title></head><p>a (<a href="#x">Ada</a> 1) b-c<sup>2</sup>d &#x26; E<p>f</p>'
    )
    expect([...words]).toEqual(['A', 'ADA', '(ADA', '1)', 'D', 'B-C2D', '&', 'E', 'F'])
  })

  it('are read in time linear in the length of the page', () => {
    const started = performance.now()
    for (const piece of ['<', '<a ', '<a>', '&#', 'a', 'a ', '<head>', '\0']) wordsOf(piece.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe.skipIf(!hasBrowser)('the text in the tags', () => {
  const {print} = testBrowser()
  let pdf: library.PDFDocument
  beforeAll(async () => {
    pdf = await PDFDocument.load(await pdfOf(paper, print), {updateMetadata: false})
  })

  it('has the spaces that lines and pages end with, and none within words', () => {
    const text = pdfText(pdf)
    expect(pdf.getPageCount()).toBeGreaterThan(1)
    // A word that is divided at the end of a line has its hyphen.
    const source = new RegExp(
      tide
        .trim()
        .replace(/\p{L}(?=\p{L})/gu, '$&-?')
        .replaceAll('.', '\\.'),
      'g'
    )
    expect(text.match(source)?.length).toBe(4 + 1 + 3 + 60 + 4)
    expect(text).toContain(`https://example.org/${'tide'.repeat(40)} and`)
    expect(text).toContain(`two-${'thirds-'.repeat(30)}of it.`)
    expect(text).not.toMatch(/ {2}/)
  })

  it('has addresses whole and apart from what follows, wherever a line ends in them', async () => {
    const address = 'https://example.org/bay-of-tides/2024/tide_records.of.it?moon=full&sun=low'
    const sentences = Array.from({length: 60}, (_, at) => `${'moon '.repeat(at)}<${address}> and the tide.`)
    const made = await PDFDocument.load(await pdfOf(`---\nlang: en-GB\n---\n\n${sentences.join('\n\n')}`, print))
    expect(pdfText(made).split(`${address} and the tide.`)).toHaveLength(61)
  })

  it('has formulas with their alternative', () => {
    const formulas = elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'Formula')
    const alternatives = formulas.map((formula) => stringOf(formula, 'Alt'))
    expect(alternatives).toEqual(['\\frac{1}{2}', '\\int_0^1 x\\,dx'])
    expect(formulas.some((formula) => formula.has(PDFName.of('Lang')))).toBe(false)
  })

  it('has the language of a part of a line', () => {
    const parts = elementsOf(pdf, library).filter((element) => stringOf(element, 'Lang') === 'ru')
    expect(parts.map((part) => typeOf(part, library))).toEqual(['Span', 'Span'])
  })

  it('has what abbreviations mean, and their letters', () => {
    const parts = elementsOf(pdf, library).filter((element) => element.has(PDFName.of('E')))
    expect(parts.map((part) => [typeOf(part, library), stringOf(part, 'E')])).toEqual([
      ['Span', 'North Atlantic Treaty Organization'],
      ['Span', 'North Atlantic Treaty Organization']
    ])
    expect(parts.some((part) => part.has(PDFName.of('Alt')) || part.has(PDFName.of('Lang')))).toBe(false)
    expect(pdfText(pdf)).toContain('by NATO, NATO. See')
  })

  it('has notes with identifiers, each listed', () => {
    const notes = elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'Note')
    const identifiers = notes.map((note) => stringOf(note, 'ID'))
    expect(identifiers).toEqual(['note-000001', 'note-000002'])
    expect(notes.some((note) => note.has(PDFName.of('Lang')))).toBe(false)
    const above = notes.map((note) => typeOf(note.lookup(PDFName.of('P'), PDFDict), library))
    expect(above).toEqual(['LBody', 'LBody'])
    const tree = structureRoot(pdf, library)?.lookup(PDFName.of('IDTree'), PDFDict)
    const leaf = tree?.lookup(PDFName.of('Kids'), PDFArray).lookup(0, PDFDict)
    const names = leaf?.lookup(PDFName.of('Names'), PDFArray)
    expect([names?.lookup(1), names?.lookup(3)]).toEqual(notes)
  })

  it('has the words of notes for the links of their calls', () => {
    const annotations = pdf.getPages().flatMap((page) => {
      const list = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
      return Array.from({length: list?.size() ?? 0}, (_, index) => list?.lookup(index, PDFDict))
    })
    const contents = annotations.flatMap((link) => (link === undefined ? [] : [stringOf(link, 'Contents') ?? '']))
    expect(contents).toContain('Note\u00a02: Short.')
    expect(contents.find((text) => text.startsWith('Note\u00a01: The moon'))?.length).toBeLessThan(250)
  })

  it('keeps no mark of how it was printed', () => {
    const languages = elementsOf(pdf, library).map((element) => stringOf(element, 'Lang') ?? '')
    expect(languages.filter((language) => language.includes('x-'))).toEqual([])
    expect(elementsOf(pdf, library).every((element) => kidsOf(element, library).length > 0)).toBe(true)
  })
})

function stringOf(dict: library.PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}
