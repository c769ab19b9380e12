import type {RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {enrich} from '../../src/enrich/index.ts'
import type {CrossReference} from '../../src/model/nodes.ts'
import {textOf} from '../../src/util/text.ts'
import {draftOf, paragraph} from '../support/draft.ts'

function div(classes: ReadonlyArray<string>, id?: string, name?: string): RootContent {
  const pairs = new Map(name === undefined ? [] : [['name', name]])
  return {
    type: 'div',
    data: {attributes: {id, classes, pairs}},
    children: [paragraph({type: 'text', value: 'So it is.'})]
  }
}

async function read(children: ReadonlyArray<RootContent>, language = 'en'): Promise<ReadonlyArray<string>> {
  const {body} = await enrich(draftOf(children, {meta: {language}}))
  return body.children.map((child) => textOf(child).replaceAll('\u00A0', ' '))
}

describe('theorems', () => {
  it('begin with their name and number, each kind from 1', async () => {
    expect(
      await read([
        div(['theorem']),
        div(['lemma']),
        div(['theorem'], undefined, 'Pythagoras'),
        div(['proof']),
        div(['note'])
      ])
    ).toEqual([
      'Theorem 1. So it is.',
      'Lemma 1. So it is.',
      'Theorem 2 (Pythagoras). So it is.',
      'Proof. So it is.',
      'So it is.'
    ])
  })

  it('speak the language, numbered or not', async () => {
    expect(await read([div(['theorem']), div(['theorem', 'unnumbered'])], 'uz')).toEqual([
      '1-teorema. So it is.',
      'Teorema. So it is.'
    ])
  })

  it('can be pointed at', async () => {
    const reference: CrossReference = {
      type: 'crossReference',
      targets: [{label: 'thm:a'}, {label: 'thm:b'}],
      bare: false,
      capitalised: false,
      children: []
    }
    const [, , text] = await read([div(['theorem'], 'thm:a'), div(['theorem'], 'thm:b'), paragraph(reference)])
    expect(text).toBe('Theorems 1 and 2')
  })
})
