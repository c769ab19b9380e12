import {describe, expect, it} from 'vitest'
import type {CslItem} from '../../../src/model/article.ts'
import {printedByBoth} from './both.ts'
import {styleOf} from './support.ts'

const style = (macros: string, sort: string, list = '<text variable="title"/>') =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">${macros}
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><sort>${sort}</sort><layout>${list}</layout></bibliography>
</style>`

const works = (...items: ReadonlyArray<CslItem>): ReadonlyMap<string, CslItem> =>
  new Map(items.map((item) => [item.id, item]))

const many = works(
  {
    id: 'a',
    type: 'article-journal',
    title: 'Zeta',
    author: [{family: 'Öz', given: 'Ann'}],
    'container-title': 'Journal of Examples',
    volume: '3',
    page: '1-9',
    issued: {'date-parts': [[2003]]}
  },
  {
    id: 'b',
    type: 'book',
    title: 'Alpha',
    editor: [{family: 'Lee', given: 'B'}],
    edition: '2',
    publisher: 'P',
    'part-number': 'iv'
  },
  {id: 'c', type: 'webpage', title: 'Beta', URL: 'https://example.org', accessed: {'date-parts': [[2020, 1, 2]]}},
  {id: 'd', type: 'report', title: '', author: [{literal: 'Group'}], number: '7', issued: {literal: 'spring 2001'}},
  {
    id: 'e',
    type: 'chapter',
    title: 'Delta',
    author: [{family: 'Lee', given: 'B'}],
    'container-title': 'Book',
    volume: '',
    issued: {'date-parts': []}
  },
  {id: 'f', type: 'thesis', title: 'Eta', author: [], genre: 'PhD thesis', note: 'publisher: A University'}
)

const cited = [['a', 'f'], ['b'], ['e', 'c', 'd'], ['a']]

describe('a style for the works at hand', () => {
  it.each([
    'apa',
    'chicago-author-date',
    'chicago-fullnote-bibliography',
    'modern-language-association',
    'gost-r-7-0-5-2008',
    'harvard-cite-them-right'
  ])('prints and sorts in %s as citeproc-js does by the whole style', async (id) => {
    const {ours, theirs} = await printedByBoth((await styleOf(id, 'en-US'))?.xml ?? '', many, cited)
    expect(ours).toEqual(theirs)
  })

  it('has few steps to sort by, where a macro calls others that most works take nothing of', async () => {
    const {engine} = await printedByBoth(
      (await styleOf('apa', 'en-US'))?.xml ?? '',
      works(...[...many.values()].slice(0, 2)),
      [['a']]
    )
    const {tokens} = (engine as unknown as {bibliography_sort: {tokens: ReadonlyArray<unknown>}}).bibliography_sort
    // 16,274 where all works are taken for able to take all branches.
    expect(tokens.length).toBeLessThan(1500)
  })

  it('sorts by dates alone in a macro with a date, though no work takes the branch that has it', async () => {
    const macro = `<macro name="when"><choose><if type="report"><date variable="issued" form="numeric"/></if>
      <else><text variable="title"/></else></choose></macro>`
    const items = works({id: 'a', type: 'book', title: 'Zeta'}, {id: 'b', type: 'book', title: 'Alpha'})
    const {ours, theirs} = await printedByBoth(style(macro, '<key macro="when"/>'), items, [['a', 'b']])
    expect(ours).toEqual(theirs)
    expect(JSON.stringify(ours[1])).toMatch(/Zeta.*Alpha/)
  })

  it('has the engine make a macro where the whole style first calls it, though no work comes there', async () => {
    const author = ['Lee', 'Öz', 'Ray', 'Sun'].map((family) => ({family, given: 'A'}))
    // Of manuscripts it prints the title first, of others names, and the title in their stead.
    const {xml = ''} = (await styleOf('atlande', 'en-US')) ?? {}
    const {ours, theirs} = await printedByBoth(xml, works({id: 'a', type: 'entry-encyclopedia', author}), [['a']])
    expect(ours).toEqual(theirs)
  })

  it('takes a field that a note holds for one that may be there', async () => {
    const list =
      '<choose><if variable="publisher"><text variable="publisher"/></if><else><text value="none"/></else></choose>'
    const items = works(
      {id: 'a', type: 'book', title: 'A', note: 'publisher: The Press'},
      {id: 'b', type: 'book', title: 'B', note: 'Kept: {:publisher: Another}'}
    )
    const {ours, theirs} = await printedByBoth(style('', '<key variable="title"/>', list), items, [['a', 'b']])
    expect(ours).toEqual(theirs)
    expect(JSON.stringify(ours[1])).toContain('The Press')
  })

  it('is left whole where a note may change the type of a work', async () => {
    const list = '<choose><if type="report"><text value="a report"/></if><else><text value="none"/></else></choose>'
    const items = works({id: 'a', type: 'book', title: 'A', note: 'type: report'})
    const {ours} = await printedByBoth(style('', '<key variable="title"/>', list), items, [['a']])
    expect(JSON.stringify(ours[1])).toContain('a report')
  })

  it('lets the engine complain of a macro that calls itself', async () => {
    const macro = '<macro name="loop"><group><text macro="loop"/></group></macro>'
    const items = works({id: 'a', type: 'book', title: 'A'})
    await expect(printedByBoth(style(macro, '<key macro="loop"/>'), items, [['a']])).rejects.toThrow('infinite loop')
  })
})
