import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {paragraph} from '../../support/draft.ts'
import {cite, cited, narrative, plain} from './support.ts'

/** Letters and digits alone: quotes, spaces and punctuation are the style's to set. */
const letters = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const words = fc.oneof(
  fc.string({unit: fc.constantFrom(...'aZ9 ,.;:"\'<>/i[](){}&@*\u00A0—’«жʻ𝔸\uFDD0\uFDD1\uFDD2\uE000'), maxLength: 20}),
  fc.constantFrom('a <i>b</i> c', '<sc>x</sc>', 'p. 3', '“q”', '"q" \'r\'')
)

const citation = fc.record({
  narrative: fc.boolean(),
  items: fc.array(
    fc.record({
      key: fc.constantFrom('smith2000', 'smith2000b', 'jones', 'nobody'),
      prefix: words,
      suffix: words,
      suppressAuthor: fc.boolean()
    }),
    {minLength: 1, maxLength: 3}
  )
})

describe('any citation', () => {
  it.each(['vancouver', 'chicago-author-date', 'chicago-fullnote-bibliography'])(
    'should come through %s with the author’s words',
    async (style) => {
      await fc.assert(
        fc.asyncProperty(fc.array(citation, {minLength: 1, maxLength: 4}), async (list) => {
          const nodes = list.map((each) => (each.narrative ? narrative : cite)(...each.items))
          const {body, troubles} = await cited({style, body: [paragraph(...nodes)]})
          const text = letters(plain(body.children))
          expect(troubles.filter(({kind}) => kind === 'style-missing')).toEqual([])
          for (const {prefix, suffix} of list.flatMap(({items}) => items)) {
            expect(text).toContain(letters(prefix))
            expect(text).toContain(letters(suffix))
          }
        }),
        {numRuns: 25}
      )
    },
    60_000
  )

  it.each(['harvard-cite-them-right', 'nature'])(
    'should come through %s with any work',
    async (style) => {
      const field = fc.oneof(words, fc.constantFrom('<i>', '<span class="nocase">x', '"', '$x_1$', '{', '\\'))
      const item = fc.record({
        type: fc.constantFrom('book', 'article-journal', 'nonsense', ''),
        title: fc.oneof(field, fc.constant(undefined)),
        author: fc.oneof(
          fc.constant(undefined),
          fc.array(fc.record({family: field, given: field})),
          fc.array(fc.record({literal: field}))
        ),
        issued: fc.oneof(
          fc.constant(undefined),
          fc.constantFrom<unknown>(
            {'date-parts': [[]]},
            {'date-parts': [['', '']]},
            {'date-parts': [[2000, 13]]},
            {raw: 'soon'}
          )
        ),
        note: fc.oneof(field, fc.constant(undefined))
      })
      await fc.assert(
        fc.asyncProperty(item, async (fields) => {
          const items = [{...fields, id: 'a'}]
          const {troubles, references} = await cited({style, items, body: [paragraph(cite('a'), narrative('a'))]})
          expect(troubles.filter(({kind}) => kind === 'style-missing')).toEqual([])
          expect(references).toHaveLength(1)
        }),
        {numRuns: 25}
      )
    },
    60_000
  )
})
