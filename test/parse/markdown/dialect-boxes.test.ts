import {describe, expect, it} from 'vitest'
import {attributesOf} from '../../../src/model/attributes.ts'
import {textOf} from '../../../src/util/text.ts'
import {walk} from '../../../src/util/walk.ts'
import {check} from '../../support/manuscript.ts'

/** The divisions of a text by class, each with its text, and what is told that has to do with dialects. */
async function boxes(markdown: string) {
  const {article, problems} = await check(markdown)
  const divs = [...walk(article.body)].filter((node) => node.type === 'div')
  return {
    divs: divs.map((div) => `${attributesOf(div).classes.join('.')}: ${textOf(div).replace(/\s+/g, ' ')}`),
    told: problems.filter(({id}) => /^(directive|role|placeholder)/.test(id)).map(({reason}) => reason),
    text: textOf(article.body)
  }
}

describe('what a page would open or turn to', () => {
  it('stands one after another, each in a box with its title', async () => {
    const tabs = '::::{tab-set}\n:::{tab-item} One\n:sync: a\nA.\n:::\n:::{tab-item} Two\nB.\n:::\n::::'
    expect(await boxes(tabs)).toMatchObject({
      divs: ['tab-set: One A. Two B.', 'tab-item.box: One A.', 'tab-item.box: Two B.'],
      told: []
    })
  })

  it.each(['card', 'dropdown'])('is a box: {%s}', async (name) => {
    expect(await boxes(`:::{${name}} Title\nText.\n:::`)).toMatchObject({divs: [`${name}.box: Title Text.`], told: []})
  })

  it('does not print how many columns a grid has', async () => {
    expect(await boxes(':::{grid} 1 1 2 3\nText.\n:::')).toMatchObject({divs: ['grid: Text.'], told: []})
  })
})

describe('glossaries', () => {
  it('are lists of definitions, and terms their words', async () => {
    const {divs, told, text} = await boxes(
      '```{glossary}\nTerm\n: Meaning\n```\n\nA {term}`Term`, {term}`words <Term>`.'
    )
    expect(divs).toEqual(['glossary: Term Meaning'])
    expect(text).toContain('A Term, words.')
    expect(told).toEqual([])
  })
})

describe('Quarto’s breaks of pages', () => {
  it('are left out, and told', async () => {
    const {text, told} = await boxes('A.\n\n{{< pagebreak >}}\n\nB.')
    expect(text.replace(/\s+/g, ' ')).toBe('A. B.')
    expect(told).toEqual(['Cannot use the shortcode `pagebreak`, which is about layout: it is left out'])
  })
})
