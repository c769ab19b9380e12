import {toHtml} from 'hast-util-to-html'
import {expect, it} from 'vitest'
import {mathml} from '../../src/util/mathml.ts'

function markup(tex: string): string {
  const made = mathml(tex, {display: true})
  return 'tree' in made ? toHtml(made.tree) : made.error
}

it('sets signs in scripts without room, but those of large operators, and signs of the line with theirs', () => {
  expect(markup('\\sum_{i=1}^{n+1} x = y')).toMatch(
    /∑.*<mi>i<\/mi><mo lspace="0" rspace="0">=<\/mo>.*<mi>n<\/mi><mo lspace="0" rspace="0">\+<\/mo>.*<mi>x<\/mi><mo>=<\/mo>/
  )
  expect(markup('a^{\\sum b}')).not.toMatch(/space="0"[^>]*>∑/)
  expect(markup('\\hat{a}_{x}')).not.toContain('lspace="0"')
})
