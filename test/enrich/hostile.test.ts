import {describe, expect, it} from 'vitest'
import {check} from '../support/manuscript.ts'

async function took(markdown: string): Promise<number> {
  const start = performance.now()
  await check(markdown)
  return performance.now() - start
}

describe('a manuscript is numbered and checked, though it holds', () => {
  it.each([
    ['a block quote 1,000 deep', `${'> '.repeat(1000)}Text @sec:a.`],
    ['a list 200 deep', Array.from({length: 200}, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
    ['emphasis 1,000 deep', `${'*a **b '.repeat(500)}${'** *'.repeat(500)}`],
    ['divisions 1,000 deep', `${'::: {.a}\n'.repeat(1000)}# A\n${':::\n'.repeat(1000)}`]
  ])('%s', async (_, markdown) => {
    expect(await took(markdown)).toBeLessThan(20_000)
  })

  it('10,000 headings of the same words, in time that grows as their number', async () => {
    await took('# Same\n\nText.\n\n'.repeat(500))
    const [some, many] = [
      await took('# Same\n\nText.\n\n'.repeat(1000)),
      await took('# Same\n\nText.\n\n'.repeat(10_000))
    ]
    expect(many).toBeLessThan(40 * some)
  })

  it('10,000 labels that nothing defines', async () => {
    const points = Array.from({length: 10_000}, (_, index) => `@sec:a${index}`).join(' ')
    const {problems} = await check(`# A {#sec:a}\n\n${points}`)
    expect(problems.filter(({id}) => id === 'label-resolves')).toHaveLength(10_000)
  })
})
