import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {worldOf} from '../support/manuscript.ts'

const source = 'DNA\n:   An *acid*.\n:   Another.\n\nRNA\n\n:   One.\n\n    - a\n'

async function outputOf(format: 'html' | 'jats', path: string): Promise<string> {
  const {output} = await build(worldOf(source), {to: [format]})
  return new TextDecoder().decode(output.get(path))
}

describe('definition lists', () => {
  it('should be dl, dt and dd in HTML', async () => {
    const html = (await outputOf('html', 'paper.html')).replace(/\n\s*/g, '')
    expect(html).toContain('<dt>DNA</dt><dd>An <em>acid</em>.</dd><dd>Another.</dd><dt>RNA</dt><dd><p>One.</p><ul>')
  })

  it('should be def-list in JATS, of paragraphs alone', async () => {
    const xml = (await outputOf('jats', 'paper.xml')).replace(/>\s+</g, '><')
    expect(xml).toContain(
      '<def-item><term>DNA</term><def><p>An <italic>acid</italic>.</p></def><def><p>Another.</p></def></def-item>'
    )
    expect(xml).toContain('<term>RNA</term><def><p>One.</p><p><list list-type="bullet">')
  })
})
