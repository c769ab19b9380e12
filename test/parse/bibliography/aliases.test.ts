import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {citeByAlias} from '../../../src/parse/bibliography/aliases.ts'
import {read} from './reading.ts'

test('a citation by another key of an entry names the entry', async () => {
  const {library} = await read({'refs.bib': '@book{new, ids = {old, older}, title = {A}}\n@book{older, title = {B}}'})
  const item = (key: string) => ({key, prefix: [], suffix: [], suppressAuthor: false})
  const items = ['old', 'older', 'new', 'none'].map(item)
  const tree: Root = {
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'citation', mode: 'parenthetical', items, children: []}]}]
  }
  citeByAlias([tree], library)
  expect(JSON.stringify(tree).match(/(?<="key":")\w+/g)).toEqual(['new', 'older', 'new', 'none'])
})
