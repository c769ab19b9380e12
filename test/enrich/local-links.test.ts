import {expect, it} from 'vitest'
import {walk} from '../../src/util/walk.ts'
import {articleOf} from '../support/manuscript.ts'

it.each([
  ['#methods', '#methods'],
  ['#Methods', '#methods'],
  ['#%D0%9C%D0%B5%D1%82%D0%BE%D0%B4', '#метод'],
  ['#fig:a', '#fig:a'],
  ['#nowhere', '#nowhere'],
  ['#%', '#%'],
  ['https://example.org/#Methods', 'https://example.org/#Methods']
])('a link to %s leads to %s', async (written, meant) => {
  const {body} = await articleOf(`# Methods\n\n[x](${written})\n\n# Метод\n\n![A.](a.png){#fig:a}`, {'a.png': ''})
  const links = [...walk(body)].flatMap((node) => (node.type === 'link' ? node.url : []))
  expect(links).toEqual([meant])
})
