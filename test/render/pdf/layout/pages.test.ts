import * as library from '@cantoo/pdf-lib'
import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {typeOf} from '../../../../bench/measure/elements.ts'
import type {Problem} from '../../../../src/model/problem.ts'
import {readContent} from '../../../../src/render/pdf/tags/content.ts'
import {hasBrowser, testBrowser} from '../../../support/browser.ts'
import {elementsOf} from '../../../support/elements.ts'
import {pdfOf} from '../../../support/pdf.ts'
import {notesOf} from '../../../support/pdf-links.ts'

const front = '---\ntitle: Notes\nauthor: Ada Marsh\nlang: en-GB\n---\n\n'
const sentence = 'The study of tides in narrow channels shows considerable variation between consecutive observations. '
const paragraph = sentence.repeat(6)
const note = (name: string, text: string) => `[^${name}]: ${text}\n\n`

describe.skipIf(!hasBrowser)('notes at the foot of pages', () => {
  const {print} = testBrowser()

  async function made(markdown: string) {
    const problems: Array<Problem> = []
    const pdf = await PDFDocument.load(await pdfOf(front + markdown, print, {problems}))
    return {pdf, problems: problems.filter(({id}) => id === 'notes-at-foot'), notes: notesOf(pdf)}
  }

  it('stand on the page of their call, below the text, in order', async () => {
    const body = Array.from({length: 30}, (_, index) => `${sentence}[^${index}] ${paragraph}`).join('\n\n')
    const defined = Array.from({length: 30}, (_, index) => note(`${index}`, `Note ${index}. ${sentence}`)).join('')
    const {pdf, problems, notes} = await made(`${body}\n\n${defined}`)
    expect(problems).toEqual([])
    expect(pdf.getPageCount()).toBeGreaterThan(4)
    expect(notes).toHaveLength(30)
    for (const {call, place} of notes) {
      expect(place.page).toBe(call.page)
      expect(place.y).toBeLessThan(call.y)
    }
    for (const [index, {place}] of notes.entries()) {
      const next = notes[index + 1]?.place
      if (next?.page === place.page) expect(next.y).toBeLessThan(place.y)
    }
  })

  it('stand as low on late pages as on early ones', async () => {
    const body = Array.from(
      {length: 24},
      (_, index) => `${paragraph}${paragraph}${index % 4 === 0 ? `[^${index}]` : ''}`
    )
    const defined = body.map((_, index) => (index % 4 === 0 ? note(`${index}`, 'Short.') : '')).join('')
    const {notes} = await made(`${body.join('\n\n')}\n\n${defined}`)
    const alone = notes.filter(({place}) => notes.filter((other) => other.place.page === place.page).length === 1)
    expect(alone.length).toBeGreaterThan(4)
    const heights = alone.map(({place}) => place.y)
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.8)
  })

  it('leave each paragraph one paragraph in the tags, and each note one note', async () => {
    const paragraphs = Array.from({length: 12}, (_, index) => `${paragraph}${paragraph}[^${index}]`)
    const defined = paragraphs.map((_, index) => note(`${index}`, paragraph)).join('')
    const {pdf} = await made(`${paragraphs.join('\n\n')}\n\n${defined}`)
    const types = elementsOf(pdf, library).map((element) => typeOf(element, library))
    expect(types.filter((type) => type === 'Note')).toHaveLength(12)
    // Each note holds one paragraph, and the text twelve.
    expect(types.filter((type) => type === 'P')).toHaveLength(24)
  })

  it('go on over pages where one is longer than a page', async () => {
    const {pdf, problems, notes} = await made(
      `Text.[^long] ${paragraph}[^short]\n\n${paragraph}\n\n${note('long', sentence.repeat(150))}${note('short', 'Short.')}`
    )
    expect(problems).toEqual([])
    expect(pdf.getPageCount()).toBeGreaterThan(2)
    const [long, short] = notes
    expect(long?.place.page).toBe(0)
    expect(short?.place.page).toBeGreaterThanOrEqual(long?.place.page ?? 0)
  })

  it('stand behind the note that calls them, which may be itself', async () => {
    const {problems, notes} = await made(
      `Text.[^a] ${paragraph}\n\n${note('a', 'Outer.[^b]')}${note('b', 'Inner, see also the other.[^a] [^b]')}`
    )
    expect(problems).toEqual([])
    expect(notes.map(({place}) => place.page)).toEqual([0, 0])
    const [outer, inner] = notes
    expect(inner?.place.y).toBeLessThan(outer?.place.y ?? 0)
  })

  it('stand forty to a page', async () => {
    const calls = Array.from({length: 40}, (_, index) => `word[^${index}]`).join(' ')
    const defined = Array.from({length: 40}, (_, index) => note(`${index}`, `Note ${index}.`)).join('')
    const {problems, notes} = await made(`${calls}\n\n${paragraph}\n\n${defined}`)
    expect(problems).toEqual([])
    expect(notes).toHaveLength(40)
    for (const {call, place} of notes) expect(place.page - call.page).toBeLessThanOrEqual(1)
  })

  it('stand under what cannot be divided, or is wider or higher than the page', async () => {
    const rows = Array.from({length: 200}, (_, index) => `| ${index} | text${index === 150 ? '[^row]' : ''} |`).join(
      '\n'
    )
    const formula = Array.from({length: 60}, (_, index) => `x_{${index}}`).join(' + ')
    const {pdf, problems, notes} = await made(
      `${'w'.repeat(200)}[^word]\n\n| a | b |\n|---|---|\n${rows}\n\n: Long\n\n$$${formula}$$\n\n\`\`\`\n${'code\n'.repeat(150)}\`\`\`\n\n> ${paragraph}[^quote]\n\n${note('word', 'Word.')}${note('row', 'Row.')}${note('quote', 'Quote.')}`
    )
    expect(problems).toEqual([])
    expect(pdf.getPageCount()).toBeGreaterThan(4)
    // That of the table stands beneath it.
    expect(notes).toHaveLength(2)
    for (const {call, place} of notes) expect(place.page).toBe(call.page)
  })

  it('hold no soft hyphen where words are divided, and are the same bytes twice', async () => {
    const markdown = `${front}${sentence.repeat(20)}[^a]\n\n${note('a', paragraph)}`
    const one = await pdfOf(markdown, print)
    const contents = (await PDFDocument.load(one)).getPages().map((page) => readContent(page, library))
    expect(contents.join('')).toMatch(/Tj/)
    expect(contents.join('')).not.toMatch(/feff00ad/i)
    expect(Buffer.compare(one, await pdfOf(markdown, print))).toBe(0)
  })
})
