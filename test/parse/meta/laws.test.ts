import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {topFields} from '../../../src/parse/meta/top-fields.ts'
import {readMeta} from './read-meta.ts'

const names = [...topFields.keys(), 'name', 'orcid', 'id', 'ref', 'en', 'uz', '__proto__', 'constructor', '<<']
const marks = [
  ': ',
  '\n',
  '  ',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  ' |\n',
  ' >\n',
  ' #',
  '&x ',
  '*x',
  '!t ',
  '\t',
  '@',
  ', ',
  '\\',
  '1',
  'text',
  'ж'
]

/** Values such as front matter holds, as JSON, which is YAML too. */
const {value} = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    fc.constantFrom('', 'A B', 'A, B', '2025-03-09', '1', '@a', 'CC BY', 'https://doi.org/10.1/x', 'en'),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(fc.constantFrom(...names), tie('value'), {maxKeys: 4})
  )
}))

describe('no front matter', () => {
  it('of sound YAML throws, whatever its fields hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value, {maxKeys: 8}), (fields) => {
        const {meta} = readMeta(JSON.stringify(fields))
        expect(meta.language).not.toBe('')
        const ids = new Set(meta.affiliations.map(({id}) => id))
        for (const {affiliations} of meta.authors) for (const id of affiliations) expect(ids).toContain(id)
      }),
      {numRuns: 1000, seed: 1}
    )
  })

  it('of broken YAML throws', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks, ...names), {maxLength: 40}), (pieces) => {
        readMeta(pieces.join(''))
      }),
      {numRuns: 1000, seed: 1}
    )
  })
})
