import type CSL from 'citeproc'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createEngine} from '../../../src/enrich/citations/engine.ts'
import {formatName} from '../../../src/enrich/citations/format.ts'
import {linearTexts} from '../../../src/enrich/citations/linear.ts'
import type {CslItem} from '../../../src/model/article.ts'
import {styleOf} from './support.ts'

const styles = [
  'apa',
  'ieee',
  'nature',
  'chicago-fullnote-bibliography',
  'chicago-author-date',
  'modern-language-association',
  'gost-r-7-0-5-2008'
]

/** Names so few that works have to be told apart. */
const names = fc.record({
  family: fc.constantFrom('Smith', 'Lee', 'de la Cruz', 'Öz'),
  given: fc.constantFrom('Ann', 'Andrew', 'Bo', 'J.-P. X.')
})
const works = fc.array(
  fc.record({
    type: fc.constantFrom('book', 'article-journal', 'chapter'),
    title: fc.constantFrom('On things', 'The “new” Beta', 'It’s <i>so</i>: Zeta'),
    author: fc.array(names, {minLength: 1, maxLength: 4}),
    'container-title': fc.constantFrom('Journal', 'Notes & Queries'),
    issued: fc.constantFrom({'date-parts': [[1999]]}, {'date-parts': [[2000, 5]]})
  }),
  {minLength: 2, maxLength: 7}
)
const cites = fc.record({
  of: fc.nat(6),
  locator: fc.option(fc.constantFrom('3', '3-5'), {nil: undefined}),
  prefix: fc.option(fc.constant('see '), {nil: undefined})
})
const documents = fc.record({
  works,
  notes: fc.array(fc.array(cites, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 10}),
  uncited: fc.boolean()
})
type Made = typeof documents extends fc.Arbitrary<infer T> ? T : never

function clustersOf({works: all, notes}: Made, isNote: boolean): Array<CSL.Cluster> {
  return notes.map((note, index) => ({
    citationID: String(index),
    citationItems: note.map(({of, locator, prefix}) => ({
      id: `w${of % all.length}`,
      ...(locator === undefined ? {} : {locator, label: 'page'}),
      ...(prefix === undefined ? {} : {prefix})
    })),
    properties: {noteIndex: isNote ? index + 1 : 0, unsorted: note.some(({prefix}) => prefix !== undefined)}
  }))
}

describe('the pass over all citations', () => {
  it.each(styles)(
    'should print what citeproc-js prints, in %s',
    async (id) => {
      const style = await styleOf(id, 'en-US')
      if (style === undefined) throw new Error(id)
      const engineOf = (items: ReadonlyMap<string, CslItem>) =>
        createEngine({style, language: 'en-US', forced: false, items, entryTerms: false})
      await fc.assert(
        fc.asyncProperty(documents, async (made) => {
          const items = new Map(made.works.map((work, index) => [`w${index}`, {id: `w${index}`, ...work}] as const))
          const uncited = made.uncited ? [...items.keys()].slice(-1) : []
          const [theirs, ours] = [await engineOf(items), await engineOf(items)]
          const isNote = theirs.kind === 'note'
          const expected = theirs.engine.rebuildProcessorState(clustersOf(made, isNote), formatName, uncited)
          const options = {format: formatName, uncited, xml: style.xml}
          const texts = linearTexts(ours.engine, clustersOf(made, isNote), options)
          expect([...texts]).toEqual(expected.map(([key, , text]) => [key, text]))
          expect(ours.engine.makeBibliography()).toEqual(theirs.engine.makeBibliography())
        }),
        {numRuns: 15}
      )
    },
    120_000
  )
})
