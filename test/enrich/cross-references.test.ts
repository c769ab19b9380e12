import type {Link, RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {enrich} from '../../src/enrich/index.ts'
import type {CrossReference, FloatKind} from '../../src/model/nodes.ts'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'
import {draftOf, paragraph} from '../support/draft.ts'

function float(kind: FloatKind, label: string): RootContent {
  return {type: 'figure', kind, label, children: []}
}

function equation(label: string): RootContent {
  return {type: 'math', value: 'x', data: {label}}
}

const floats: ReadonlyArray<RootContent> = [
  ...['fig:a', 'fig:b', 'fig:c', 'fig:d', 'fig:e'].map((label) => float('figure', label)),
  float('table', 'tbl:a'),
  float('listing', 'lst:a'),
  equation('eq:a'),
  equation('eq:b'),
  {
    type: 'heading',
    depth: 1,
    data: {attributes: {id: 'sec:a', classes: [], pairs: new Map()}},
    children: [{type: 'text', value: 'Methods'}]
  }
]

interface Wish {
  readonly bare?: boolean
  readonly capitalised?: boolean
  readonly language?: string
  readonly numberSections?: boolean
}

async function resolved(labels: ReadonlyArray<string>, wish: Wish = {}): Promise<CrossReference> {
  const {bare = false, capitalised = false, language = 'en', numberSections = true} = wish
  const targets = labels.map((label) => ({label}))
  const reference: CrossReference = {type: 'crossReference', targets, bare, capitalised, children: []}
  const draft = draftOf([paragraph({type: 'text', value: 'See '}, reference), ...floats], {
    meta: {language},
    template: {numberSections}
  })
  const article = await enrich(draft)
  expect(reference.children).toEqual([])
  for (const node of walk(article.body)) if (node.type === 'crossReference') return node
  throw new Error('no cross-reference')
}

async function read(labels: ReadonlyArray<string>, wish?: Wish): Promise<string> {
  return textOf(await resolved(labels, wish)).replaceAll('\u00A0', ' ')
}

describe('cross-references', () => {
  it.each([
    [['fig:b'], 'Figure 2'],
    [['tbl:a'], 'Table 1'],
    [['lst:a'], 'Listing 1'],
    [['eq:b'], 'Equation (2)'],
    [['sec:a'], 'Section 1'],
    [['fig:a', 'fig:b'], 'Figures 1 and 2'],
    [['fig:d', 'fig:b', 'fig:c'], 'Figures 2–4'],
    [['fig:a', 'fig:c', 'fig:d', 'fig:e'], 'Figures 1 and 3–5'],
    [['fig:a', 'fig:a'], 'Figure 1'],
    [['eq:a', 'eq:b'], 'Equations (1) and (2)'],
    [['fig:a', 'tbl:a', 'eq:a'], 'Figure 1, Table 1 and Equation (1)']
  ])('%j reads %s', async (labels, text) => {
    expect(await read(labels)).toBe(text)
  })

  it('stand in the words of the language', async () => {
    expect(await read(['fig:b'], {language: 'uz'})).toBe('2-rasm')
    expect(await read(['fig:b', 'fig:c', 'fig:d'], {language: 'uz'})).toBe('2–4-rasmlar')
    expect(await read(['fig:b', 'fig:d'], {language: 'ru'})).toBe('рис. 2 и 4')
    expect(await read(['eq:a'], {language: 'ru'})).toBe('(1)')
    expect(await read(['fig:b'], {language: 'fr', capitalised: true})).toBe('Figure 2')
    expect(await read(['fig:b'], {language: 'fr-x-1'})).toBe('figure 2')
  })

  it('give the number alone when asked', async () => {
    expect(await read(['fig:b'], {bare: true})).toBe('2')
    expect(await read(['eq:b'], {bare: true})).toBe('(2)')
  })

  it('quote the heading of a section without a number', async () => {
    expect(await read(['sec:a'], {numberSections: false})).toBe('“Methods”')
    expect(await read(['sec:a'], {numberSections: false, language: 'ru'})).toBe('«Methods»')
  })

  it('link to what they point at, the word inside a lone link', async () => {
    const [link] = (await resolved(['fig:b'])).children
    expect(link).toMatchObject({type: 'link', url: '#fig:b'})
    expect((await resolved(['fig:a', 'fig:b'])).children.map(({type}) => type)).toEqual([
      'text',
      'link',
      'text',
      'link'
    ])
  })

  it('do not link inside a link', async () => {
    const inner: CrossReference = {
      type: 'crossReference',
      targets: [{label: 'fig:a'}],
      bare: false,
      capitalised: false,
      children: []
    }
    const link: Link = {type: 'link', url: 'https://example.org/', children: [{type: 'emphasis', children: [inner]}]}
    const {body} = await enrich(draftOf([paragraph(link), ...floats]))
    expect([...walk(body)].filter(({type}) => type === 'link')).toHaveLength(1)
    expect(textOf(body)).toContain('Figure\u00A01')
  })

  it('mark what cannot be found', async () => {
    const {children} = await resolved(['fig:z'])
    expect(children).toMatchObject([{type: 'strong', children: [{value: '[?fig:z]'}]}])
    expect(await read(['fig:a', 'fig:z'])).toBe('Figure 1 and [?fig:z]')
  })
})
