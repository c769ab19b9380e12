import fc from 'fast-check'
import {expect, test} from 'vitest'
import {check} from '../support/manuscript.ts'

const text = fc.constantFrom('', 'A', 'van der', '“', '<i>', ',', '2000', '٠', '{', ': x', 'type: book', '\u0000')
const number = fc.constantFrom(0, -1, 1, 13, 99, 2000, 1e9, 1.5)
const odd = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(undefined),
  fc.array(fc.oneof(text, number), {maxLength: 3})
)
const part = fc.oneof(number, text)
const date = fc.oneof(
  odd,
  fc.record(
    {
      'date-parts': fc.array(fc.array(part, {maxLength: 4}), {maxLength: 3}),
      season: odd,
      literal: odd,
      raw: odd,
      circa: odd
    },
    {requiredKeys: []}
  )
)
const namePart = fc.constantFrom('family', 'given', 'literal', 'suffix', 'non-dropping-particle', 'comma-suffix')
const names = fc.oneof(odd, fc.array(fc.oneof(odd, fc.dictionary(namePart, odd)), {maxLength: 3}))
const csl = fc.record(
  {
    type: fc.constantFrom('article-journal', 'book', 'journal-article', 'gadget', '', 'legal_case'),
    title: odd,
    'container-title': odd,
    publisher: odd,
    note: odd,
    language: odd,
    volume: odd,
    page: odd,
    edition: odd,
    DOI: odd,
    author: names,
    editor: names,
    issued: date,
    accessed: date
  },
  {requiredKeys: ['type']}
)

test.each(['apa', 'ieee', 'chicago-notes-bibliography', 'gost-r-7-0-5-2008'])(
  'a record of any form leaves the style in use: %s',
  async (style) => {
    await fc.assert(
      fc.asyncProperty(fc.array(csl, {minLength: 1, maxLength: 3}), async (records) => {
        const references = Object.fromEntries(records.map((record, index) => [`10.1000/${index}`, {csl: record}]))
        const files = {'references.lock.json': JSON.stringify({references})}
        const cites = records.map((_, index) => `[@doi:10.1000/${index}, p. 3]`).join(' and ')
        const {article} = await check(`---\ncsl: ${style}\n---\n\n${cites}`, {files})
        expect(article.troubles.filter(({kind}) => kind === 'style-missing')).toEqual([])
      }),
      {numRuns: 60}
    )
  }
)
