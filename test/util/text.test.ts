import type {Root} from 'mdast'
import {u} from 'unist-builder'
import {describe, expect, it} from 'vitest'
import {textOf, wordCount} from '../../src/util/text.ts'

describe('textOf', () => {
  it('reads text, code, formulas and alternative text', () => {
    const tree = u('paragraph', [
      u('text', 'A '),
      u('emphasis', [u('inlineCode', 'code')]),
      u('text', ', '),
      u('inlineMath', 'x^2'),
      u('image', {url: 'a.png', alt: ' a picture'})
    ])
    expect(textOf(tree)).toBe('A code, x^2 a picture')
  })

  it('ends blocks with a line feed, once', () => {
    const tree = u('root', [
      u('blockquote', [u('paragraph', [u('text', 'one')]), u('paragraph', [u('text', 'two')])]),
      u('paragraph', [u('text', 'three')])
    ])
    expect(textOf(tree)).toBe('one\ntwo\nthree')
  })

  it('keeps the spaces of a fragment', () => {
    expect(textOf([u('text', ' a '), u('strong', [u('text', 'b ')])])).toBe(' a b ')
  })

  it('reads a tree 100,000 deep', () => {
    let tree: {type: string; children: Array<unknown>} = u('paragraph', [u('text', 'deep')])
    for (let depth = 0; depth < 100_000; depth++) tree = u('blockquote', [tree])
    expect(textOf(tree as unknown as Root)).toBe('deep')
  })
})

describe('wordCount', () => {
  it('counts runs that hold a letter or digit', () => {
    expect(wordCount('One — two, 3 gʻoʻza don’t.')).toBe(5)
    expect(wordCount(' – ')).toBe(0)
    expect(wordCount('')).toBe(0)
  })
})
