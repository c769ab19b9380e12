import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {build} from '../src/build.ts'
import {check, worldOf} from './support/manuscript.ts'
import {elementsOf, pageOf} from './support/page.ts'

const sample = `---
title: "One *title*"
author:
  - given: Ada
    family: Example
    phone: "+44 20 7946 0000"
    email: ada@example.org
    corresponding: true
    orcid: 0000-0002-1825-0097
    affiliation: 1
  - given: Nodira
    family: Namunayeva
    affiliation: [1, 2]
affiliations:
  - {id: 1, name: Example University}
  - {id: 2, name: Institute of Samples}
lang: en-GB
date: 2025-03-09
doi: 10.5555/12345678
abstract: About *it*.
keywords: [one, two]
license: CC-BY-4.0
translations:
  uz: {title: "Qoʻllanma, maʼno", abstract: Namuna., keywords: [bir]}
---

# First

Text.[^n] Қ, ғ, ҳ.

[^n]: A note.

## Below

$x^2$

# Second

Text.

# Third

Text.
`
const ids = readdirSync('templates', {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => name)

describe.each(ids)('template %s', (template) => {
  it('is loaded without a complaint and names its sources', async () => {
    const {article, problems} = await check(sample, {template})
    expect(problems.filter(({place}) => place?.file.startsWith('templates/'))).toEqual([])
    expect(article.template.id).toBe(template)
    expect(article.template.about).toBeTypeOf('string')
    for (const {checked} of article.template.sources) expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it.each(['screen', 'print'] as const)('makes a page to %s of all that the article says', async (medium) => {
    const {article} = await check(sample, {template})
    const {tree, text, problems} = await pageOf(article, medium)
    expect(problems).toEqual([])
    const names = elementsOf(tree).map(({tagName}) => tagName)
    expect(names.filter((name) => name === 'h1')).toHaveLength(1)
    expect(names.filter((name) => name === 'main')).toHaveLength(1)
    for (const words of [
      'One <em>title</em>',
      'Ada Example',
      'Institute of Samples',
      'About <em>it</em>.',
      'two',
      'Qoʻllanma, maʼno',
      'A note.',
      'Third'
    ]) {
      expect(text).toContain(words)
    }
  })

  it('makes LaTeX of all that the article says, with the macros of its class', async () => {
    const {output, problems} = await build(worldOf(sample), {to: ['latex'], template})
    const tex = new TextDecoder().decode(output.get('latex/paper.tex'))
    expect(problems.filter(({id}) => id.startsWith('template') || id.startsWith('latex'))).toEqual([])
    for (const words of [
      '\\documentclass',
      'One \\emph{title}',
      'Ada Example',
      '0000-0002-1825-0097',
      'Institute of Samples',
      'About \\emph{it}.',
      'two',
      'Qoʻllanma, maʼno',
      '\\footnote{A note.}',
      'Third'
    ]) {
      expect(tex).toContain(words)
    }
    expect(tex).not.toContain('%%')
  })

  it('holds the faces that its page needs', async () => {
    const {article} = await check(sample, {template})
    const {text} = await pageOf(article)
    const faces = [...text.matchAll(/@font-face\{font-family:"([^"]+)";font-weight:(\d+);font-style:(\w+)/g)].map(
      ([, ...face]) => face.join(' ')
    )
    expect(faces).toEqual(
      expect.arrayContaining([
        ...(article.template.type?.family === 'Tinos'
          ? ['Tinos Text 400 normal', 'Tinos Text 400 italic']
          : ['STIX Two Text 400 normal', 'STIX Two Text 400 italic', 'Tinos 400 normal']),
        'STIX Two Math 400 normal'
      ])
    )
    expect(new TextEncoder().encode(text).length).toBeLessThan(2 ** 20)
    // A data address of Temml's refers to a part of itself.
    expect([...text.matchAll(/url\(([^)]{0,9})/g)].filter(([, start]) => !/^"?data:|^%23/.test(start ?? ''))).toEqual(
      []
    )
  })
})

describe.each(ids)('template %s', (template) => {
  it('prints what is said of authors, funding and classification', async () => {
    const {article} = await check(sample, {template})
    const meta = {
      ...article.meta,
      authors: article.meta.authors.map((author) => ({
        ...author,
        equalContribution: true,
        deceased: true,
        notes: ['Thanks.']
      })),
      funding: [{funder: 'A Fund', awards: ['12', '13']}],
      publication: {...article.meta.publication, udc: '327(5)'}
    }
    const {text} = await pageOf({...article, meta})
    const words = [
      'contributed equally: Ada Example, Nodira Namunayeva',
      'Deceased: Ada',
      'A Fund (12, 13)',
      'UDC 327(5)',
      'Thanks.'
    ]
    expect(words.filter((said) => !text.includes(said))).toEqual([])
  })
})

describe('phone numbers', () => {
  it('are printed only where a template asks for them', async () => {
    const pages = await Promise.all(
      ['article', 'proceedings'].map(async (template) => (await pageOf((await check(sample, {template})).article)).text)
    )
    expect(pages.map((text) => text.includes('+44 20 7946 0000'))).toEqual([false, true])
  })
})
