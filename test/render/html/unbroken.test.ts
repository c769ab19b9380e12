import type {PhrasingContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {paragraph} from '../../support/draft.ts'
import {articleWith, pageOf} from '../../support/page.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})
const x: PhrasingContent = {type: 'inlineMath', value: 'x'}

async function linesOf(children: ReadonlyArray<PhrasingContent>) {
  const {text: page} = await pageOf(articleWith([paragraph(...children)]))
  const [, written = ''] = /<p>(.*?)<\/p>/s.exec(page) ?? []
  const kept = page.includes('{white-space:nowrap}') || page.includes('white-space: nowrap')
  // The formula, and what is kept on one line, in short.
  const short = written.replace(/<span class="math">.*?<\/math>(?:<\/span>)+/gs, 'X')
  return {kept, short: short.replace(/<span class="[^"]+">(.*?)<\/span>/g, '{$1}')}
}

describe('formulas', () => {
  it.each([
    [[text('so '), x, text('. Then')], 'so {X.} Then'],
    [[text('so ('), x, text('), then')], 'so {(X),} then'],
    [[text('the '), x, text('-dimensional')], 'the {X-}dimensional'],
    [[text('the '), x, text('th of')], 'the {Xth} of'],
    [[x, x, text('.')], 'X{X.}'],
    [[text('so '), x, text(' then')], 'so X then'],
    [[text('“'), x, text('”')], '{“X”}'],
    [[text('从'), x, text('到。')], '从X到。'],
    [[text('是'), x, text('。')], '是{X。}']
  ])('stand on one line with what belongs to them: %#', async (children, expected) => {
    expect(await linesOf(children)).toEqual({kept: expected.includes('{'), short: expected})
  })

  it('may be broken where they are TeX that cannot be read', async () => {
    expect((await linesOf([{type: 'inlineMath', value: '\\frac{'}, text('.')])).kept).toBe(false)
  })

  it('are found in the time that their text takes, whatever stands before them', async () => {
    const many = '('.repeat(200_000)
    const {short} = await linesOf([text(`${many}a`), x, text(many)])
    expect(short).toHaveLength(2 * many.length + 2)
  })
})
