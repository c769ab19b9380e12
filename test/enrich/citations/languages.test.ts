import {describe, expect, it} from 'vitest'
import {paragraph} from '../../support/draft.ts'
import {cite, cited, narrative} from './support.ts'

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

it('a narrative citation has no delimiter behind its names', async () => {
  const {texts} = await cited({
    style: 'gost-r-7-0-5-2008',
    language: 'ru-RU',
    items,
    body: [paragraph(narrative('ru'))]
  })
  expect(texts).toEqual(['<#ref-ru>Кузнецов, Иванова, Петров</> [<#ref-ru>1990</>]'])
})
