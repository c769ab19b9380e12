import fc from 'fast-check'
import type {PhrasingContent} from 'mdast'
import {expect, it} from 'vitest'
import {createAffixes} from '../../../src/enrich/citations/affix.ts'
import type {Cited} from '../../../src/enrich/citations/clusters.ts'
import {givenOf} from '../../../src/enrich/citations/given.ts'
import {memoryCache} from '../../../src/world/cache.ts'
import {cite, works} from './support.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})
const affix = fc.constantFrom<ReadonlyArray<PhrasingContent>>(
  [],
  [text('see')],
  [text('cf. ')],
  [text('a < b')],
  [{type: 'emphasis', children: [text('see')]}]
)
const written = fc.record({
  mode: fc.constantFrom('narrative' as const, 'parenthetical' as const),
  inNote: fc.boolean(),
  note: fc.nat(2),
  items: fc.array(
    fc.record({
      key: fc.constantFrom(...works.map(({id}) => id)),
      prefix: affix,
      suffix: affix,
      locator: fc.constantFrom(undefined, '3', '3--5', '<3'),
      label: fc.constantFrom(undefined, 'chapter'),
      suppressAuthor: fc.boolean()
    }),
    {minLength: 1, maxLength: 2}
  )
})
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never

const ofAll = ['mode', 'inNote', 'note', 'items'] as const
const ofFirst = ['key', 'prefix', 'suffix', 'locator', 'label', 'suppressAuthor'] as const

/** A document before and after an edit of one thing in some citations, and which works there are for each. */
const edits = fc
  .array(fc.record({old: written, other: written, field: fc.constantFrom('nothing', ...ofAll, ...ofFirst)}), {
    maxLength: 6
  })
  .chain((pairs) =>
    fc.record({
      old: fc.constant(pairs.map(({old}) => old)),
      now: fc.constant(pairs.map(({old, other, field}) => structuredClone(edited(old, other, field)))),
      kinds: fc.array(fc.constantFrom('note' as const, 'numeric' as const), {minLength: 2, maxLength: 2}),
      known: fc.array(fc.subarray([...works], {minLength: 2}), {minLength: 2, maxLength: 2})
    })
  )

function edited(old: Written, other: Written, field: string): Written {
  if (Object.hasOwn(old, field)) return {...old, [field]: Reflect.get(other, field)}
  const [first, ...rest] = old.items
  const [source] = other.items
  if (first === undefined || source === undefined || !Object.hasOwn(first, field)) return old
  return {...old, items: [{...first, [field]: Reflect.get(source, field)}, ...rest]}
}

function citedOf(made: ReadonlyArray<Written>): ReadonlyArray<Cited> {
  return made.map(({mode, items, inNote, note}) => ({
    node: {...cite(...items), mode},
    parent: undefined,
    inLink: false,
    inNote,
    note
  }))
}

it('citations given to the engine should be those of what is written now', () => {
  fc.assert(
    fc.property(edits, ({old, now, kinds, known}) => {
      const cache = memoryCache()
      const give = (made: typeof old, build: number, own: typeof cache | undefined) => {
        const items = new Map(known[build]?.map((item) => [item.id, item]))
        return givenOf(citedOf(made), {kind: kinds[build] ?? 'note', items, affixes: createAffixes()}, own)
      }
      give(old, 0, cache)
      expect(give(now, 1, cache)).toEqual(give(now, 1, undefined))
    }),
    {numRuns: 1000}
  )
})

it('citations given to the engine should be the same where nothing is written anew', () => {
  const cache = memoryCache()
  const items = new Map(works.map((item) => [item.id, item]))
  const give = () => {
    const node = cite({key: 'jones', prefix: 'see', locator: '3'})
    const cited = [{node, parent: undefined, inLink: false, inNote: false, note: 0}]
    return givenOf(cited, {kind: 'numeric', items, affixes: createAffixes()}, cache)
  }
  expect(give()[0]).toBe(give()[0])
})
