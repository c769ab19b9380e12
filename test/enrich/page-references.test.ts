import {expect, it} from 'vitest'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'
import {articleOf} from '../support/manuscript.ts'

it('keeps the words of a reference to a page for formats without pages, and gives the others a pattern', async () => {
  const {body} = await articleOf(
    '---\ntitle: T\nlang: ru\n---\n\n# One {#sec:x}\n\nSee [@sec:x]{.page}, p. \\pageref{sec:x}, [@sec:x].\n'
  )
  const links = [...walk(body)].filter((node) => node.type === 'link')
  expect(links.map((link) => link.data?.page)).toEqual(['с.\u00a0#', '#', undefined])
  expect(new Set(links.map(textOf)).size).toBe(1)
})

it('reads whether a table of contents is wanted, and how deep', async () => {
  const {meta} = await articleOf('---\ntitle: T\ntoc: true\ntoc-depth: 3\n---\n\nText.\n')
  expect(meta.contents).toEqual({shown: true, depth: 3})
})
