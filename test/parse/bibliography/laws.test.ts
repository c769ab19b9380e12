import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {read} from './reading.ts'

const field = fc.constantFrom('id', 'type', 'title', 'author', 'issued', 'DOI', 'language', '__proto__', 'publisher')
const item = fc.dictionary(field, fc.jsonValue({maxDepth: 3}), {maxKeys: 6})

describe('any list of items', () => {
  test.each(['refs.json', 'refs.yaml'])('is read from %s, each an entry or told', async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, {maxLength: 5}), async (items) => {
        const {library, problems} = await read({[path]: JSON.stringify(items, undefined, 1)})
        const entries = [...library.values()].reduce((sum, {duplicates}) => sum + 1 + duplicates.length, 0)
        expect(entries + problems.length).toBeGreaterThanOrEqual(items.length)
        for (const {csl} of library.values()) expect(csl.id).not.toBe('')
      }),
      {numRuns: 200}
    )
  })

  test.each(['refs.json', 'refs.yaml', 'refs.ris', 'refs.nbib', 'refs.enw'])('any text is read as %s', async (path) => {
    const piece = fc.constantFrom(
      'TY  - JOUR\n',
      'ER  - \n',
      'PMID- 1\n',
      '%0 Book\n',
      'AU  - A, B\n',
      '- id: a\n',
      '{"id":"a"}',
      '[',
      ']',
      '\n'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({maxLength: 8})), {maxLength: 20}), async (pieces) => {
        await read({[path]: pieces.join('')})
      }),
      {numRuns: 200}
    )
  })
})
