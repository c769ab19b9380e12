import type {Root} from 'mdast'
import {expect, it} from 'vitest'
import type {Meta} from '../../src/model/meta.ts'
import {nodesOf} from '../../src/util/nodes.ts'

const root = (...words: ReadonlyArray<string>): Root => ({
  type: 'root',
  children: words.map((value) => ({type: 'paragraph', children: [{type: 'text', value}]}))
})

it('nodes of an article are those of all its texts, in reading order, and its own', () => {
  const meta = {title: [{type: 'text', value: 'Title'}], abstract: root('abstract'), translations: new Map()}
  const [one, other] = ['one', 'other'].map((word) => ({
    meta: meta as unknown as Meta,
    body: root(word, 'two'),
    notes: [{identifier: 'n', children: root('note').children}] as never
  }))
  if (one === undefined || other === undefined) throw new Error('There are two articles')
  const texts = (article: typeof one) => nodesOf(article).flatMap((node) => (node.type === 'text' ? [node.value] : []))
  expect(texts(one)).toEqual(['Title', 'abstract', 'one', 'two', 'note'])
  expect(texts(other)).toEqual(['Title', 'abstract', 'other', 'two', 'note'])
  expect(nodesOf(one)).toBe(nodesOf(one))
})
