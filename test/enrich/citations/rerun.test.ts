import type CSL from 'citeproc'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createEngine} from '../../../src/enrich/citations/engine.ts'
import {formatName} from '../../../src/enrich/citations/format.ts'
import {linearTexts} from '../../../src/enrich/citations/linear.ts'
import {isReusable, rerun} from '../../../src/enrich/citations/rerun.ts'
import {styleOf, works} from './support.ts'

const alike = '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
const firstNote = '<text variable="first-reference-note-number"/>'

/** A style that says of each cite where it stands. */
function positional(styleClass: string, rest = alike): string {
  const of = (position: string, word: string) => `<if position="${position}"><text value="${word}"/></if>`
  return `<style xmlns="http://purl.org/net/xbiblio/csl" class="${styleClass}" version="1.0">
  <citation near-note-distance="3" disambiguate-add-names="true" disambiguate-add-givenname="true"><layout suffix="." delimiter="; ">
    <group delimiter=" "><names variable="author"><name form="short"/></names>
      <choose>${of('ibid-with-locator', 'ibid-with')}${of('ibid', 'ibid').replace(/if/g, 'else-if')}${of('subsequent', 'again').replace(/if/g, 'else-if')}<else><text value="first"/></else></choose>
      <choose>${of('near-note', 'near')}</choose>${rest}
      <text variable="locator"/></group></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`
}

const styles: ReadonlyArray<readonly [string, string]> = [
  ['a note style', positional('note')],
  ['a note style that names the note of the first citation', positional('note', firstNote)],
  ['a style that prints “ibid.” in the text', positional('in-text')],
  ['chicago-fullnote-bibliography', 'chicago-fullnote-bibliography']
]

const items = new Map(
  [
    ...works,
    {id: 'lee', type: 'book', title: 'Gamma', author: [{family: 'Lee', given: 'Cy'}], issued: {'date-parts': [[2001]]}},
    {id: 'lee2', type: 'book', title: 'Delta', author: [{family: 'Lee', given: 'Di'}], issued: {'date-parts': [[2001]]}}
  ].map((item) => [item.id, item])
)

const words = fc.record({
  locator: fc.option(fc.constantFrom('3', '4'), {nil: undefined}),
  prefix: fc.option(fc.constant('see '), {nil: undefined})
})
const cite = fc.record({id: fc.constantFrom(...items.keys()), words})
/** `sharing`: how many stand in one note, of those one after the other; 0: in the text, though the style has notes. */
const documents = fc.record({
  groups: fc.array(
    fc.record({cites: fc.array(cite, {minLength: 1, maxLength: 2}), inText: fc.nat(4), same: fc.nat(3)}),
    {
      minLength: 1,
      maxLength: 25
    }
  ),
  edits: fc.array(fc.record({of: fc.nat(24), words: fc.array(words, {minLength: 2, maxLength: 2})}), {
    minLength: 1,
    maxLength: 6
  })
})
type Made = typeof documents extends fc.Arbitrary<infer T> ? T : never
interface Words {
  readonly locator?: string | undefined
  readonly prefix?: string | undefined
}

function clusterOf(
  id: number,
  cites: ReadonlyArray<{id: string; words: Words | undefined}>,
  noteIndex: number
): CSL.Cluster {
  return {
    citationID: String(id),
    citationItems: cites.map(({id: key, words: {locator, prefix} = {}}) => ({
      id: key,
      ...(locator === undefined ? {} : {locator, label: 'page'}),
      ...(prefix === undefined ? {} : {prefix})
    })),
    properties: {noteIndex, unsorted: cites.some((each) => each.words?.prefix !== undefined)}
  }
}

function clustersOf({groups}: Made, isNote: boolean, allInNotes: boolean): Array<CSL.Cluster> {
  let note = 0
  return groups.map(({cites, inText, same}, index) => {
    if (same > 0 || note === 0) note++
    return clusterOf(index, cites, isNote && (allInNotes || inText > 0) ? note : 0)
  })
}

function copyOf({citationID, citationItems, properties: {noteIndex, unsorted = false}}: CSL.Cluster): CSL.Cluster {
  const own = citationItems.map(({id, locator, prefix}) => ({id, words: {locator, prefix}}))
  return {...clusterOf(Number(citationID), own, noteIndex), properties: {noteIndex, unsorted}}
}

describe('a citation that is made again', () => {
  it.each(styles)(
    'should change itself and what follows from it, in %s',
    async (_name, id) => {
      const style = await styleOf(id, 'en-US')
      if (style === undefined) throw new Error(id)
      const engineOf = () => createEngine({style, language: 'en-US', forced: false, items, entryTerms: false})
      const options = {format: formatName, uncited: [], xml: style.xml}
      await fc.assert(
        fc.asyncProperty(documents, async (made) => {
          const {engine, kind} = await engineOf()
          const clusters = clustersOf(made, kind === 'note', id.includes('note-number'))
          const texts = new Map(linearTexts(engine, clusters, options))
          for (const {of, words: edit} of made.edits) {
            const index = of % clusters.length
            const old = clusters[index] as CSL.Cluster
            const cites = old.citationItems.map(({id: key}, at) => ({id: key, words: edit[at]}))
            const changed = clusterOf(index, cites, old.properties.noteIndex)
            clusters[index] = changed
            for (const [key, text] of rerun(engine, clusters, changed, style.xml)) texts.set(key, text)
            const fresh = await engineOf()
            expect([...texts]).toEqual([...linearTexts(fresh.engine, clusters.map(copyOf), options)])
          }
        }),
        {numRuns: id.startsWith('<') ? 40 : 10}
      )
    },
    120_000
  )

  it('should not be made by a used engine that tells works apart by the note of the first citation', async () => {
    const reusable = async (rest: string) => {
      const style = await styleOf(positional('note', rest), 'en-US')
      if (style === undefined) throw new Error('no style')
      const {engine} = await createEngine({style, language: 'en-US', forced: false, items, entryTerms: false})
      return isReusable(engine, style.xml)
    }
    expect(await Promise.all([alike, firstNote, alike + firstNote].map(reusable))).toEqual([true, true, false])
  })
})
