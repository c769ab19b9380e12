import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {template} from '../../src/load/template.ts'
import {pageLayout} from '../../src/render/html/page-layout.ts'
import {memoryFolder} from '../../src/world/memory.ts'
import {check, worldOf} from '../support/manuscript.ts'

async function read(yaml: string) {
  const told: Array<string> = []
  const files = {'article/template.yaml': 'name: Article\n', 'one/template.yaml': `name: One\nabout: One.\n${yaml}`}
  const wish = {id: 'one', place: {file: 'paper.md'}}
  const found = await template(memoryFolder('templates', files), wish, ({place, reason, expected = []}) => {
    told.push(`${place?.start?.line}:${place?.start?.column} ${reason} ${expected.join()}`.trim())
  })
  return {found, told}
}

describe('page and text as data of a template', () => {
  it('become lengths of CSS', async () => {
    const {found, told} = await read(
      'page: {paper: [170mm, 240mm], margins: {inner: 20mm, outer: 30mm, top: 1in}}\ntype: {size: 10pt, leading: 1.5, paragraphs: space}\n'
    )
    expect(told).toEqual([])
    expect(pageLayout(found)).toMatchObject({
      paper: '170mm 240mm',
      left: '20mm',
      right: '30mm',
      mirrored: true,
      top: '1in',
      leading: 'calc(10pt * 1.725)',
      paragraphs: 'space'
    })
  })

  it('lie over those of the template that is extended, side by side', async () => {
    const {article} = await check('---\ntitle: T\n---\n\nText.', {template: 'discussion-paper'})
    expect(pageLayout(article.template)).toMatchObject({left: '34mm', size: '10.5pt', align: 'justify', banner: true})
  })

  it.each([
    ['page: {margin: 2cm}', '3:8', 'Unexpected field `margin` margins'],
    ['page: {margins: {lft: 2cm}}', '3:18', 'Unexpected field `lft` left'],
    ['page: {margins: {left: 2}}', '3:18', 'Unexpected value of `left`, expected a length, such as `25mm`'],
    ['page: {paper: A44}', '3:8', 'Unexpected value of `paper`, expected a paper'],
    ['type: {leading: 9}', '3:8', 'Unexpected value of `leading`, expected a length'],
    ['type: {size: "1pt; } body {"}', '3:8', 'Unexpected value of `size`, expected a length'],
    ['type: {align: justified}', '3:8', 'Unexpected value of `align`, expected `justify` or `left`']
  ])('are told where they are wrong: %s', async (yaml, place, reason) => {
    const {told} = await read(`${yaml}\n`)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(`${place} ${reason}`)
  })

  it('set the page that is printed', async () => {
    const printed: Array<string> = []
    const world = worldOf('---\ntitle: T\nlang: en\ndate: 2025-03-09\ndoi: 10.5555/12345678\n---\n\nText.')
    const print: typeof world.print = async ({html}) => {
      printed.push(html)
      throw new Error('enough')
    }
    await build({...world, print}, {to: ['pdf'], template: 'uz-oak'}).catch(() => undefined)
    expect(printed[0]).toContain('size: A4')
    expect(printed[0]).toMatch(/margin: 20mm 15mm 20mm 30mm/)
    expect(printed[0]).not.toContain('class="banner"')
    await build({...world, print}, {to: ['pdf'], template: 'discussion-paper'}).catch(() => undefined)
    expect(printed[1]).toMatch(/class="banner"[\s\S]*10\.5555\/12345678/)
  })
})
