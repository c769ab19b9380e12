import type {BlockContent, RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {enrich} from '../../src/enrich/index.ts'
import type {Figure, FloatKind} from '../../src/model/nodes.ts'
import {walk} from '../../src/util/walk.ts'
import {draftOf} from '../support/draft.ts'

interface Wish {
  readonly label?: string
  readonly caption?: boolean
  readonly classes?: ReadonlyArray<string>
  readonly parts?: ReadonlyArray<Figure>
}

function float(kind: FloatKind, {label, caption = true, classes = [], parts = []}: Wish = {}): Figure {
  return {
    type: 'figure',
    kind,
    ...(label === undefined ? {} : {label}),
    data: {attributes: {classes, pairs: new Map()}},
    children: [...parts, ...(caption ? [{type: 'caption' as const, children: []}] : [])]
  }
}

function equation(label?: string): RootContent {
  return {type: 'math', value: 'x', ...(label === undefined ? {} : {data: {label}})}
}

async function numbers(children: ReadonlyArray<RootContent>) {
  const {body} = await enrich(draftOf(children))
  return [...walk(body)].flatMap((node) => {
    if (node.type === 'figure') return [node.number]
    return node.type === 'math' ? [node.data?.number] : []
  })
}

describe('numbers', () => {
  it('count each kind on its own', async () => {
    expect(
      await numbers([
        float('figure'),
        float('table'),
        float('figure'),
        float('listing'),
        equation('eq:a'),
        equation('eq:b')
      ])
    ).toEqual(['1', '1', '2', '1', '1', '2'])
  })

  it('pass over what has neither caption nor label, and what wants none', async () => {
    expect(
      await numbers([
        float('figure', {caption: false}),
        float('figure', {caption: false, label: 'fig:a'}),
        float('figure', {classes: ['unnumbered']}),
        float('figure'),
        equation(),
        equation('eq:a')
      ])
    ).toEqual([undefined, '1', undefined, '2', undefined, '1'])
  })

  it('letter the parts of a figure', async () => {
    const parts = [float('figure'), float('figure', {caption: false}), float('figure', {label: 'fig:b'})]
    expect(await numbers([float('figure'), float('figure', {parts}), float('figure')])).toEqual([
      '1',
      '2',
      '2a',
      undefined,
      '2b',
      '3'
    ])
  })

  it('give supplementary things a count of their own', async () => {
    const classes = ['supplementary']
    expect(await numbers([float('figure', {classes}), float('figure'), float('figure', {classes})])).toEqual([
      'S1',
      '1',
      'S2'
    ])
  })

  it('keep all claimants of a label, and give each its own identifier', async () => {
    const {labels} = await enrich(draftOf([float('figure', {label: 'a'}), equation('a'), float('table', {label: 'a'})]))
    const claimants = labels.get('a') ?? []
    expect(claimants.map(({kind}) => kind)).toEqual(['figure', 'equation', 'table'])
    expect(new Set(claimants.map(({identifier}) => identifier)).size).toBe(3)
    expect(claimants[0]?.identifier).toBe('a')
  })

  it('go through a nesting of 20,000', async () => {
    let tree: BlockContent = {type: 'math', value: 'x', data: {label: 'eq:a'}}
    for (let depth = 0; depth < 20_000; depth++) tree = {type: 'blockquote', children: [tree]}
    expect(await numbers([tree])).toEqual(['1'])
  })
})
