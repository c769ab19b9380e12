import {PDFDocument, rgb} from '@cantoo/pdf-lib'
import {decode} from 'fast-png'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {check, worldOf} from '../support/manuscript.ts'

/** A red square an inch wide on each of so many pages of two inches by one. */
async function drawing(pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  for (let page = 1; page <= pages; page++) {
    document.addPage([144, 72]).drawRectangle({x: 0, y: 0, width: 72, height: 72, color: rgb(1, 0, page - 1)})
  }
  return document.save()
}

const drawn = async (markdown: string, files: Record<string, Uint8Array | string>) => {
  const {article, problems} = await check(markdown, {files})
  const said = problems
    .filter(({id}) => id.startsWith('pdf-') || id.startsWith('figure-file'))
    .map(({reason}) => reason)
  return {assets: article.assets, said}
}

describe('a figure in PDF', () => {
  it('is drawn 300 dots to the inch of its printed width', async () => {
    const {assets, said} = await drawn('![A square.](a.pdf)\n\n![The same.](a.pdf){width=3in}', {
      'a.pdf': await drawing()
    })
    const png = decode(assets.get('a.png')?.bytes ?? new Uint8Array())
    expect(said).toEqual([])
    expect([png.width, png.height, png.channels]).toEqual([900, 450, 3])
    expect([...png.data.slice(0, 3)]).toEqual([255, 0, 0])
    expect([...png.data.slice(-3)]).toEqual([255, 255, 255])
  })

  it('shows the page that is asked for', async () => {
    const {assets, said} = await drawn('![A square.](a.pdf){page=2}', {'a.pdf': await drawing(2)})
    expect([...decode(assets.get('a-2.png')?.bytes ?? new Uint8Array()).data.slice(0, 3)]).toEqual([255, 0, 255])
    expect(said).toEqual([])
  })

  it('is not drawn where the same is beside it as SVG or in dots', async () => {
    const files = {'a.pdf': await drawing(), 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'}
    const {assets} = await drawn('![A square.](a.pdf)', files)
    expect([...assets.keys()]).toEqual(['a.pdf', 'a.svg'])
  })

  it.each([
    ['that is empty', '', 'Cannot read `a.pdf`: it is damaged, empty or no PDF'],
    ['that is cut off', '%PDF-1.7\n1 0 obj<</Type', 'Cannot read `a.pdf`: it is damaged, empty or no PDF'],
    [
      'without a page',
      '%PDF-1.4\n1 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n2 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 2 0 R/Size 3>>',
      'Cannot read `a.pdf`: it is damaged, empty or no PDF'
    ],
    [
      'that is encrypted',
      `%PDF-1.4\n1 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n2 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\n3 0 obj<</Filter/Standard/V 2/R 3/Length 128/P -1/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>endobj\ntrailer<</Root 2 0 R/Size 4/Encrypt 3 0 R/ID[<00><00>]>>`,
      'Cannot read `a.pdf`: it is encrypted'
    ]
  ])('%s is refused', async (_, pdf, reason) => {
    expect((await drawn('![A square.](a.pdf)', {'a.pdf': pdf})).said).toEqual([reason])
  })

  it('is itself in LaTeX, and a picture of it in every other format', async () => {
    const pdf = await drawing(2)
    const world = worldOf('![A square.](art/a.pdf){#fig:a page=2 width=50%}', {'art/a.pdf': pdf})
    const {output} = await build(world, {to: ['html', 'jats', 'docx', 'epub', 'latex']})
    const text = (path: string) => new TextDecoder().decode(output.get(path))
    expect(text('paper.html')).toMatch(/<img class="[^"]+" src="data:image\/png;base64,/)
    expect(text('paper.xml')).toContain('<graphic xlink:href="art/a-2.png"')
    expect([...output.keys()]).toContain('art/a-2.png')
    expect(text('latex/paper.tex')).toContain('\\includegraphics[page=2,width=0.5\\linewidth]{figures/a.pdf}')
    expect(output.get('latex/figures/a.pdf')).toEqual(pdf)
  })
})
