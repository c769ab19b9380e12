import {beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {invalidity} from '../support/jats-dtd.ts'
import {worldOf} from '../support/manuscript.ts'

const markdown = `---
title: Lists
author: Ada Marsh
---

# Text

Some [@a; @b].

# Sources

What the sources are.

## Books

::: {#refs .type-book}
:::

## Others

::: {#refs .not-type-book}
:::

# Behind the scenes

Words behind [@a].

## Cited here

::: {#refs .section}
:::
`
const bibliography = `@book{a, author={Abel, N.}, title={A book}, publisher={P}, year=1826}
@article{b, author={Boole, G.}, title={An article}, journal={J}, year=1847, volume=1, pages={3--9}}`

describe('lists of references among other text', () => {
  let [jats, tex, bbl] = ['', '', '']

  beforeAll(async () => {
    const {output} = await build(worldOf(markdown, {'references.bib': bibliography}), {to: ['jats', 'latex']})
    const text = (path: string) => new TextDecoder().decode(output.get(path))
    jats = text('paper.xml')
    tex = text('latex/paper.tex')
    bbl = text('latex/paper.bbl')
  })

  it('leave that text in the body of JATS, and stand behind it under their own titles', async () => {
    const [, body = '', back = ''] = /<body>(.*)<\/body><back>(.*)<\/back>/s.exec(jats) ?? []
    const titles = (xml: string) => [...xml.matchAll(/<title>([^<]*)/g)].map((match) => match[1])
    expect(titles(body)).toEqual(['Text', 'Sources', 'Behind the scenes'])
    expect(body).toContain('What the sources are.')
    expect(body).toContain('Words behind')
    expect(titles(back)).toEqual(['Books', 'Others', 'Cited here'])
    const lists = [...back.matchAll(/<ref-list .*?<\/ref-list>/gs)].map(([list]) => list)
    expect(lists.map((list) => [...list.matchAll(/<source>([^<]*)/g)].map((match) => match[1]))).toEqual([
      ['A book'],
      ['J'],
      ['A book']
    ])
    expect((await invalidity([jats])) ?? []).toEqual([])
  })

  it('are all in LaTeX, each work under a name of its own', () => {
    expect([...tex.matchAll(/section\{([^}]*)/g)].map((match) => match[1])).toEqual([
      'Text',
      'Sources',
      'Behind the scenes'
    ])
    expect(tex).toContain('\\renewcommand{\\refname}{Books}')
    expect([...bbl.matchAll(/refname\}\{([^}]*)/g)].map((match) => match[1])).toEqual(['Others', 'Cited here'])
    const names = [...bbl.matchAll(/\\bibitem(?:\[[^\]]*\])?\{([^}]*)/g)].map((match) => match[1])
    expect(names.slice(0, 2)).toEqual(['a', 'b'])
    expect(new Set(names).size).toBe(3)
  })
})
