import {describe, expect, it} from 'vitest'
import {landingFrom} from '../../../src/enrich/citations/landing.ts'
import type {StyleToken} from '../../../src/enrich/citations/tokens.ts'
import {kinds, kindsOf} from '../../../src/enrich/citations/tokens.ts'
import type {CslItem} from '../../../src/model/article.ts'
import {printedByBoth} from './both.ts'

/** A style whose macros print something for some works only, groups within groups. */
const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <macro name="who"><names variable="author"><name form="short"/><substitute><names variable="editor"/><text macro="what"/></substitute></names></macro>
  <macro name="what"><choose><if type="book" match="any"><text variable="title" font-style="italic"/></if><else><text variable="title" quotes="true"/></else></choose></macro>
  <macro name="volume"><number variable="volume" suffix=" "/></macro>
  <macro name="rank"><text variable="citation-number" suffix=" "/></macro>
  <macro name="thesis"><choose><if type="thesis"><group prefix=", " delimiter=" "><text variable="genre"/><text term="presented at"/></group></if></choose></macro>
  <macro name="where"><group delimiter=", "><text macro="thesis"/><choose><if variable="publisher"><text variable="publisher"/></if><else-if variable="container-title" match="none"><text value="no place"/></else-if></choose></group></macro>
  <citation collapse="year-suffix"><layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><text macro="who"/><text macro="thesis"/><text macro="volume"/><text variable="page" prefix=" "/><text macro="where"/></group></layout></citation>
  <bibliography><sort><key macro="who"/><key macro="what"/></sort><layout suffix="."><text macro="rank"/><text macro="who" prefix=" " suffix=". "/><text macro="what"/><text macro="thesis" prefix=" ["/><text macro="volume"/><text variable="page" prefix=" "/><text macro="where" prefix=". "/></layout></bibliography>
</style>`

const items: ReadonlyMap<string, CslItem> = new Map(
  [
    {
      id: 'a',
      type: 'book',
      title: 'Alpha',
      author: [{family: 'Smith', given: 'A'}],
      publisher: 'P',
      volume: '3',
      page: '5'
    },
    {id: 'b', type: 'thesis', title: 'Beta', author: [{family: 'Lee', given: 'B'}], genre: 'PhD thesis'},
    {id: 'c', type: 'article-journal', title: 'Gamma', 'container-title': 'J', volume: '7', page: '1-2'},
    {id: 'd', type: 'article-journal', title: 'Delta', editor: [{family: 'Öz', given: 'C'}]}
  ].map((item) => [item.id, item])
)

describe('an engine that passes what there is nothing to run in', () => {
  it('should print what citeproc-js prints', async () => {
    const {ours, theirs} = await printedByBoth(xml, items, [['a'], ['b', 'c'], ['d'], ['c']])
    expect(ours).toEqual(theirs)
  })
})

describe('a landing', () => {
  const token = (name: string, tokentype: 0 | 1 | 2, rest: Partial<StyleToken> = {}): StyleToken => ({
    name,
    tokentype,
    next: 0,
    execs: name === 'group' ? [() => undefined, () => undefined] : [],
    strings: {prefix: '', suffix: ''},
    ...rest
  })
  const listed = (tokens: ReadonlyArray<StyleToken>) => tokens.map((each, index) => ({...each, next: index + 1}))
  const labels = {macros: new WeakMap<StyleToken, string>()}
  const outlook = {holds: () => undefined, macro: () => undefined}

  it('should be behind a group in which there is nothing, which the group around is told of', () => {
    const list = listed([
      token('group', 0, {realGroup: true}),
      token('choose', 0),
      token('choose', 1),
      token('group', 1),
      token('text', 2)
    ])
    const landing = landingFrom({list, kinds: kindsOf(list, labels)}, 0, outlook)
    expect(landing).toEqual({at: 4, groups: true, suffix: false, empty: []})
  })

  it('should be before a group in which something is to be run', () => {
    const list = listed([token('choose', 0), token('group', 0, {realGroup: true}), token('text', 2), token('group', 1)])
    expect(landingFrom({list, kinds: kindsOf(list, labels)}, 0, outlook).at).toBe(1)
  })

  it('should leave alone groups with brackets, which the engine counts', () => {
    const list = listed([token('group', 0, {strings: {prefix: ' (', suffix: ')'}}), token('group', 1)])
    expect([...kindsOf(list, labels)]).toEqual([kinds.other, kinds.end])
  })
})
