import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {sceneOf} from '../../../bench/measure/fragments.ts'
import {painted} from '../../../bench/measure/painted.ts'
import type {Problem} from '../../../src/model/problem.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {pdfOf} from '../../support/pdf.ts'

const rows = Array.from({length: 120}, (_, index) => `| row${index} | value |`).join('\n')
const table = `| Headword | Other words that take lines of their own in a narrow cell |\n|---|---|\n${rows}`

describe.skipIf(!hasBrowser)('the head of a table that goes on', () => {
  const {print} = testBrowser()

  it.each(['article', 'two-column'])('is painted above each part and tagged once, in %s', async (template) => {
    const problems: Array<Problem> = []
    const bytes = await pdfOf(`---\ntitle: Tables\ntemplate: ${template}\nlang: en\n---\n\n${table}\n`, print, {
      problems
    })
    const pdf = await PDFDocument.load(bytes)
    const pages = painted(pdf)
    const isHead = ({text}: {readonly text: string}) => text.includes('Headword')
    expect(pages.texts.filter(isHead).length).toBeGreaterThan(2)
    const tagged = sceneOf(pdf, pages).blocks.flatMap(({texts}) => texts)
    expect(tagged.filter(isHead)).toHaveLength(1)
    // All lines of a cell stay, and so do cells of other rows.
    expect(tagged.map(({text}) => text).join(' ')).toMatch(/Other words that.*narrow cell/s)
    expect(tagged.filter(({text}) => /^row\d+/.test(text))).toHaveLength(120)
    expect(problems.filter(({id}) => id === 'pdf-accessible')).toEqual([])
  })
})
