import fc from 'fast-check'
import type {PhrasingContent} from 'mdast'
import {afterEach, describe, expect, it, vi} from 'vitest'
import {memoryCache} from '../../../src/world/cache.ts'
import {paragraph} from '../../support/draft.ts'
import {cite, cited, narrative, works} from './support.ts'

const styles = ['apa', 'ieee', 'chicago-fullnote-bibliography', 'chicago-author-date', 'modern-language-association']
const keys = works.map(({id}) => id)

/** A citation that an edit may change, but for the works it cites. */
const details = fc.record({
  locator: fc.option(fc.constantFrom('3', '3-5', 'xi'), {nil: undefined}),
  prefix: fc.option(fc.constantFrom('see', 'cf.'), {nil: undefined}),
  suffix: fc.option(fc.constantFrom(', and passim', ' *'), {nil: undefined}),
  suppressAuthor: fc.boolean(),
  narrative: fc.boolean()
})
type Details = typeof details extends fc.Arbitrary<infer T> ? T : never

const document = fc
  .array(fc.array(fc.constantFrom(...keys), {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 8})
  .chain((groups) =>
    fc.record({
      groups: fc.constant(groups),
      edits: fc.array(fc.array(details, {minLength: groups.length, maxLength: groups.length}), {
        minLength: 2,
        maxLength: 4
      })
    })
  )

function bodyOf(groups: ReadonlyArray<ReadonlyArray<string>>, edit: ReadonlyArray<Details>) {
  return [
    paragraph(
      ...groups.map((group, index) => {
        const {narrative: named, locator, prefix, suffix, suppressAuthor} = edit[index] as Details
        const [first = '', ...rest] = group
        const one = {
          key: first,
          suppressAuthor,
          ...(locator === undefined ? {} : {locator}),
          ...(prefix === undefined || named ? {} : {prefix}),
          ...(suffix === undefined ? {} : {suffix})
        }
        return named ? narrative(one, ...rest) : cite(one, ...rest)
      })
    )
  ]
}

afterEach(() => void vi.restoreAllMocks())

describe('an engine that is kept', () => {
  it.each(styles)(
    'should print after edits what a new one prints, in %s',
    async (style) => {
      await fc.assert(
        fc.asyncProperty(document, async ({groups, edits}) => {
          const cache = memoryCache()
          for (const edit of edits) {
            const body = bodyOf(groups, edit)
            const [warm, cold] = [await cited({style, body, cache}), await cited({style, body})]
            expect(warm.texts).toEqual(cold.texts)
            expect(warm.body).toEqual(cold.body)
          }
        }),
        {numRuns: 8}
      )
    },
    120_000
  )

  it.each(styles)('should format no more than an edited citation, in %s', async (style) => {
    const {default: csl} = await import('citeproc')
    const cache = memoryCache()
    const build = (locator: string) =>
      cited({style, body: [paragraph(cite('jones'), cite({key: 'smith2000', locator}))], cache})
    await build('1')
    const format = vi.spyOn(csl.Engine.prototype, 'processCitationCluster')
    await build('2')
    await build('3')
    expect(format).toHaveBeenCalledTimes(2)
  })

  it('should give way to a new one where other works are cited, or in another order', async () => {
    const cache = memoryCache()
    for (const order of [keys, [...keys].reverse(), keys.slice(1)]) {
      const body = [paragraph(...order.map((key) => cite(key)))]
      expect((await cited({style: 'ieee', body, cache})).body).toEqual((await cited({style: 'ieee', body})).body)
    }
  })

  it('should see what changes in a work, and keep formulas where they stand', async () => {
    const cache = memoryCache()
    const emphasis: PhrasingContent = {type: 'emphasis', children: [{type: 'text', value: 'see'}]}
    const titles = ['On $x^2$ and $y^2$', 'On $x^2$ and $y^2$', 'On $z^2$', 'On things', 'On things']
    for (const [index, title] of titles.entries()) {
      const items = [...works, {id: 'formula', type: 'book', title}]
      const prefix = index % 2 === 0 ? [emphasis] : []
      const body = [paragraph(cite({key: 'formula', prefix}, 'jones'), cite({key: 'smith2000', prefix: [emphasis]}))]
      const [warm, cold] = [await cited({style: 'ieee', items, body, cache}), await cited({style: 'ieee', items, body})]
      expect(warm.body).toEqual(cold.body)
    }
  })
})
