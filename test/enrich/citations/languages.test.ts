import {describe, expect, it} from 'vitest'
import {memoryCache} from '../../../src/world/cache.ts'
import {paragraph} from '../../support/draft.ts'
import {cite, cited, narrative, works} from './support.ts'

const people = (...families: ReadonlyArray<string>) => families.map((family) => ({family}))
const issued = {'date-parts': [[1990]]}
const items = [
  {id: 'en', type: 'book', title: 'on many things', author: people('Smith', 'Lee', 'Oh'), language: 'en-US'},
  {id: 'ru', type: 'book', title: 'о вещах', author: people('Кузнецов', 'Иванова', 'Петров'), language: 'ru-RU', issued}
]

/** Prints names and title, Russian entries by a layout of their own. */
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.1" class="in-text" default-locale="en-US"><info>
<title>T</title><id>t</id><updated>2001-01-01T00:00:00Z</updated></info><macro name="entry"><group delimiter=". "><names
variable="author"><name et-al-min="3" et-al-use-first="1"/></names><text variable="title" text-case="title"/></group>
</macro><citation><layout><text macro="entry"/></layout></citation><bibliography><layout locale="ru"><text
macro="entry"/></layout><layout><text macro="entry"/></layout></bibliography></style>`

describe('a list of works in several languages', () => {
  it('should have each entry’s case, and its words where the style has a layout for its language', async () => {
    const {entries} = await cited({style, items, body: [paragraph(cite('en', 'ru'))]})
    expect(entries).toEqual(['Smith et al. On Many Things', 'Кузнецов и др. о вещах'])
  })

  it('should have the article’s words where the style has one layout', async () => {
    const one = style.replace(/<layout locale="ru">[\s\S]*?<\/layout>/, '')
    const {entries} = await cited({style: one, items, body: [paragraph(cite('en', 'ru'))]})
    expect(entries).toEqual(['Smith et al. On Many Things', 'Кузнецов et al. о вещах'])
  })
})

describe('a list whose works are printed in the words of their languages', () => {
  const entry = {citing: {terms: 'entry'}} as const
  const one = style.replace(/<layout locale="ru">[\s\S]*?<\/layout>/, '')
  const body = [paragraph(cite('en', 'ru'))]

  it('should have them where the style has one layout, and the citations those of the article', async () => {
    const {entries, texts} = await cited({style: one, items, body, meta: entry})
    expect(entries).toEqual(['Smith et al. On Many Things', 'Кузнецов и др. о вещах'])
    expect(texts.join()).toContain('Кузнецов et al.')
  })

  it('should have them in a list in Russian, and in any style', async () => {
    const russian = await cited({style: one, items, body, language: 'ru-RU', meta: entry})
    expect(russian.entries).toEqual(['Smith et al. On Many Things', 'Кузнецов и др. о вещах'])
    const off = await cited({style: one, items, body, language: 'ru-RU'})
    expect(off.entries).toEqual(['Smith и др. On Many Things', 'Кузнецов и др. о вещах'])
    const {entries} = await cited({style: 'modern-language-association', items, body, meta: entry})
    expect(entries).toEqual(['Smith, et al. On Many Things.', 'Кузнецов, и др. о вещах. 1990.'])
    const plainly = await cited({style: 'modern-language-association', items, body})
    expect(plainly.entries).toEqual(['Smith, et al. On Many Things.', 'Кузнецов, et al. о вещах. 1990.'])
  })

  it('should end names that go on in the language of the work', async () => {
    const others = [{id: 'ru', type: 'book', title: 'о вещах', author: people('Кузнецов', 'others'), language: 'ru'}]
    const {entries} = await cited({style: one, items: others, body: [paragraph(cite('ru'))], meta: entry})
    expect(entries).toEqual(['Кузнецов, и др. о вещах'])
  })

  it('should not answer from what was kept for another', async () => {
    const cache = memoryCache()
    const off = await cited({style: one, items, body, cache})
    const on = await cited({style: one, items, body, cache, meta: entry})
    expect([off.entries[1], on.entries[1]]).toEqual(['Кузнецов et al. о вещах', 'Кузнецов и др. о вещах'])
  })

  it.each(['apa', 'ieee', 'chicago-fullnote-bibliography', 'gost-r-7-0-5-2008', 'modern-language-association'])(
    'should change nothing in %s where all works are in the language of the article',
    async (id) => {
      const own = [...works, {id: 'british', type: 'book', title: 'Colours', language: 'en-GB', edition: '2'}]
      const all = [paragraph(...own.map((work) => cite({key: work.id, locator: '3'})))]
      const asked = await cited({style: id, items: own, body: all, meta: entry})
      const plainly = await cited({style: id, items: own, body: all})
      expect(asked.body).toEqual(plainly.body)
    }
  )
})

it('a narrative citation has no delimiter behind its names', async () => {
  const {texts} = await cited({
    style: 'gost-r-7-0-5-2008',
    language: 'ru-RU',
    items,
    body: [paragraph(narrative('ru'))]
  })
  expect(texts).toEqual(['<#ref-ru>Кузнецов, Иванова, Петров</> [<#ref-ru>1990</>]'])
})
