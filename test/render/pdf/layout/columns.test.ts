import * as library from '@cantoo/pdf-lib'
import {PDFDocument} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {typeOf} from '../../../../bench/measure/elements.ts'
import type {Problem} from '../../../../src/model/problem.ts'
import {contentInOrder} from '../../../../src/render/pdf/tags/content-in-order.ts'
import {pageContents} from '../../../../src/render/pdf/tags/page-contents.ts'
import {readStructure} from '../../../../src/render/pdf/tags/structure.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {elementsOf} from '../../../support/elements.ts'
import {pdfOf} from '../../../support/pdf.ts'
import type {Spot} from '../../../support/pdf-links.ts'
import {linksOf, notesOf, placeOf} from '../../../support/pdf-links.ts'
import {hasPoppler, overlaps, printedWords} from '../../../support/printed-words.ts'

const sentence = 'The study of tides in narrow channels shows considerable variation between consecutive observations. '
const front = `---
title: Columns
author: Ada Marsh
lang: en-GB
template: two-column
abstract: "${sentence.repeat(3)}"
bibliography: refs.bib
---

`
const refs = ['a', 'b', 'c'].map(
  (key, index) => `@book{${key}, author={Name${key}, Ada}, title={T${key}}, year={200${index}}}`
)
const count = 26
const body = Array.from(
  {length: count},
  (_, index) =>
    `${index % 5 === 0 ? `# Part ${index} {#sec:s${index}}\n\n` : ''}Begin${index} ${sentence}By [@a; @b], in @sec:s${index - (index % 5)}, [words that go over the end of a line](https://example.org/${index}).[^${index}] ${sentence.repeat(2)}Of @c too.[^x${index}] ${sentence.repeat(index % 4)}End${index}.`
).join('\n\n')
const notes = Array.from(
  {length: count},
  (_, index) => `[^${index}]: ${sentence.repeat(1 + (index % 3))} See [@a].\n\n[^x${index}]: Second.\n`
).join('\n')
/** A4 between margins of 21 mm; destinations count from the margin. */
const [margin, middle] = [59.5, 595 / 2]
const columnOf = ({page, x}: Spot, from = 0) => page * 2 + (x + from > middle ? 1 : 0)

describe.skipIf(!hasBrowser)('text in two columns', () => {
  const {print} = testBrowser()
  const problems: Array<Problem> = []
  let bytes: Uint8Array = new Uint8Array()
  let pdf: PDFDocument
  beforeAll(async () => {
    bytes = await pdfOf(`${front}${body}\n\n${notes}`, print, {files: {'refs.bib': refs.join('\n')}, problems})
    pdf = await PDFDocument.load(bytes)
  })

  it('has as many pages as are planned, and is accessible', () => {
    expect(problems.filter(({id}) => id === 'notes-at-foot' || id === 'pdf-accessible')).toEqual([])
    expect(pdf.getPageCount()).toBeGreaterThan(3)
  })

  it('has notes at the foot of the column of their call', () => {
    const found = notesOf(pdf)
    expect(found).toHaveLength(2 * count)
    for (const {call, place} of found) expect(columnOf(place, margin)).toBe(columnOf(call))
    // Those that go on in the next column too.
    expect(found.filter(({call, place}) => place.y - margin >= call.y)).toEqual([])
  })

  it('leaves a paragraph that goes on in the next column one paragraph', () => {
    const types = elementsOf(pdf, library).map((element) => typeOf(element, library))
    expect(types.filter((type) => type === 'Note')).toHaveLength(2 * count)
    // Paragraphs of the body and of notes, the abstract, and the words above it.
    expect(types.filter((type) => type === 'P')).toHaveLength(count + 2 * count + 1)
  })

  it('is read in the order of the article', () => {
    const contents = pageContents(pdf, library)
    const words = [...contentInOrder(readStructure(pdf, library))].flatMap((content) =>
      content?.page === undefined ? [] : (contents.get(content.page)?.runs.get(content.number) ?? [])
    )
    const ends = words.map(({lastWord}) => lastWord).filter((word) => /^End\d+\.$/.test(word))
    expect(ends).toEqual(Array.from({length: count}, (_, index) => `End${index}.`))
  })

  it('has each link once on each of its lines', () => {
    const links = linksOf(pdf)
    const named = (name: string) => links.filter((link) => link.name === name)
    for (let index = 0; index < count; index += 1) {
      const [first, second, ...more] = named(`https://example.org/${index}`)
      expect(more).toEqual([])
      expect((first?.width ?? 0) + (second?.width ?? 0)).toBeGreaterThan(120)
    }
    expect(named('sec:s0')).toHaveLength(5)
    for (const link of links) expect(link.height).toBeGreaterThan(5)
  })

  it.skipIf(!hasPoppler)(
    'has links that lead to the line in which a section begins, whatever columns it stands in',
    () => {
      const words = printedWords(bytes)
      for (let index = 0; index < count; index += 5) {
        const {page, y} = placeOf(`sec:s${index}`, pdf)
        const heading = words.find(({text}, at) => text === 'Part' && words[at + 1]?.text === String(index))
        expect(heading?.page).toBe(page)
        expect(Math.abs(842 - y + margin - (heading?.top ?? 0))).toBeLessThan(16)
      }
    }
  )

  it.skipIf(!hasPoppler)('has no words over each other, and links on their words', () => {
    const words = printedWords(bytes)
    expect(overlaps(words)).toEqual([])
    const under = (link: ReturnType<typeof linksOf>[number]) =>
      words
        .filter(({page, left, right, top, bottom}) => {
          const height = pdf.getPage(page).getHeight()
          const at = height - (top + bottom) / 2
          return (
            page === link.page &&
            right > link.x + 0.5 &&
            left < link.x + link.width - 0.5 &&
            at > link.y &&
            at < link.y + link.height
          )
        })
        .map(({text}) => text)
        .join(' ')
    for (const link of linksOf(pdf)) {
      if (link.name.startsWith('note-')) expect(under(link)).toContain(link.name.slice('note-'.length))
      if (link.name.startsWith('https:'))
        expect('words that go over the end of a line.').toContain(under(link).replace(/\d+$/, ''))
      if (link.name.startsWith('sec:')) expect(under(link)).toMatch(/Section|^1/)
    }
  })

  it.each([
    ['text', `${sentence.repeat(20)}[^a]\n\n[^a]: A note.`],
    ['figures', '![One.](a.png)\n\n![Two.](b.png)']
  ])('begins on the first page where nothing stands above it: %s alone', async (_, markdown) => {
    const told: Array<Problem> = []
    const bare = await pdfOf(`---\ntemplate: two-column\n---\n\n${markdown}`, print, {problems: told})
    expect(told.filter(({id}) => id === 'notes-at-foot')).toEqual([])
    expect((await PDFDocument.load(bare)).getPageCount()).toBe(1)
  })

  it.skipIf(!hasPoppler)(
    'holds what is longer than a column or wider, on pages that are no smaller for it',
    async () => {
      const terms = (count: number) => Array.from({length: count}, (_, index) => `x_{${index}}`).join(' + ')
      const forty = Array.from({length: 40}, (_, index) => `word[^n${index}]`).join(' ')
      const markdown = `${front}${sentence.repeat(6)}[^long] ${'w'.repeat(200)}\n\n$$${terms(40)}$$ {#eq:e}\n\nInline $${terms(30)}$.\n\n${forty} ${sentence.repeat(20)}\n\n[^long]: ${sentence.repeat(90)}\n\n`
      const defined = Array.from({length: 40}, (_, index) => `[^n${index}]: Note.\n`).join('\n')
      const told: Array<Problem> = []
      const hard = await pdfOf(markdown + defined, print, {problems: told})
      expect(told.filter(({id}) => id === 'notes-at-foot')).toEqual([])
      const words = printedWords(hard).filter(({top}) => top > 60)
      expect(overlaps(words)).toEqual([])
      expect(Math.min(...words.map(({left}) => left))).toBeCloseTo(margin, 0)
      expect(Math.max(...words.map(({right}) => right))).toBeCloseTo(595 - margin, 0)
      const found = notesOf(await PDFDocument.load(hard))
      expect(found).toHaveLength(41)
      for (const {call, place} of found) expect(place.page - call.page).toBeLessThanOrEqual(2)
    }
  )
})
