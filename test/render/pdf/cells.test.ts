import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {kidsOf, typeOf} from '../../../bench/measure/elements.ts'
import {build} from '../../../src/build.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {elementsOf} from '../../support/elements.ts'
import {worldOf} from '../../support/manuscript.ts'

const table = '| a | b | c |\n|---|---|---|\n| 1 |   | 3 |\n|   |   |   |\n|   | 2 |   |\n'

describe.skipIf(!hasBrowser)('cells without words', () => {
  const {print} = testBrowser()

  it('have their place in the rows of the PDF', async () => {
    const markdown = `---\ntitle: T\nauthor: A B\nabstract: A\nkeywords: [k]\n---\n\n# One\n\n${table}`
    const {output, problems} = await build(worldOf(markdown, {}, {print}), {to: ['pdf']})
    expect(problems.filter(({id}) => id === 'pdf-accessible')).toEqual([])
    const pdf = await library.PDFDocument.load(output.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
    const rows = elementsOf(pdf, library).filter((element) => typeOf(element, library) === 'TR')
    expect(rows.map((row) => kidsOf(row, library).length)).toEqual([3, 3, 3, 3])
  })
})
