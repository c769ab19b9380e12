import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {contentOf} from '../../../src/render/pdf/tags/content.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import {worldOf} from '../../support/manuscript.ts'

const {PDFDict, PDFName, PDFRawStream} = library
const front = '---\ntitle: T\nauthor: A B\nabstract: A\nkeywords: [k]\n---\n\n# One\n\n'

describe.skipIf(!hasBrowser)('signs drawn of parts', () => {
  const {print} = testBrowser()

  it('do not keep a PDF from being marked as accessible', async () => {
    const tex =
      '$$\\left\\{\\begin{matrix} a \\\\ b \\\\ c \\\\ d \\end{matrix}\\right. \\xrightarrow{abcdef} \\sqrt{\\frac{a}{b}}$$\n'
    const {output, problems} = await build(worldOf(front + tex, {}, {print}), {to: ['pdf']})
    expect(problems.filter(({id}) => id === 'pdf-accessible')).toEqual([])
    const pdf = await library.PDFDocument.load(output.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
    const maps = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const map = object instanceof PDFDict ? object.lookup(PDFName.of('ToUnicode')) : undefined
      return map instanceof PDFRawStream ? [contentOf(map, library) ?? ''] : []
    })
    // The sample has such signs: else it would show nothing.
    expect(maps.filter((map) => map.includes('<200B>'))).toHaveLength(1)
    expect(maps.filter((map) => />\s*<0000>/.test(map))).toEqual([])
  })
})
