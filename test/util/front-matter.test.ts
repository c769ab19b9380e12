import {describe, expect, it} from 'vitest'
import {frontMatter} from '../../src/util/front-matter.ts'

describe('frontMatter', () => {
  it.each([
    ['---\ntitle: A\n---\nText', 'title: A\n', 'Text', 3],
    ['---\ntitle: A\n...\nText', 'title: A\n', 'Text', 3],
    ['---  \ntitle: A\nx: |\n  ----\n---\t\n\nText', 'title: A\nx: |\n  ----\n', '\nText', 5],
    ['---\n---\nText', '', 'Text', 2],
    ['---\ntitle: A\n---', 'title: A\n', '', 3]
  ])('splits %j', (text, yaml, body, bodyLine) => {
    expect(frontMatter(text)).toEqual({yaml, yamlLine: 1, body, bodyLine, unclosed: false})
  })

  it.each([
    ['Text'],
    [''],
    ['\n---\ntitle: A\n---\n'],
    ['---\n\nA paragraph after a thematic break.\n\n---\n'],
    ['----\na: b\n----\n']
  ])('finds none in %j', (text) => {
    expect(frontMatter(text)).toEqual({yaml: undefined, yamlLine: 0, body: text, bodyLine: 0, unclosed: false})
  })

  it('says when it is never closed', () => {
    expect(frontMatter('---\ntitle: A\n\nText')).toMatchObject({yaml: undefined, unclosed: true})
    expect(frontMatter('---\nJust text')).toMatchObject({yaml: undefined, unclosed: false})
  })

  it('is quick on long texts', () => {
    const begun = performance.now()
    frontMatter(`---\n${'a: b\n'.repeat(1_000_000)}`)
    frontMatter(`---\n${' '.repeat(5_000_000)}`)
    frontMatter(`---\n${'-'.repeat(5_000_000)}\n---\n`)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
