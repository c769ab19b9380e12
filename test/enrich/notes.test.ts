import type {FootnoteDefinition, FootnoteReference, RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {enrich} from '../../src/enrich/index.ts'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'
import {draftOf, paragraph} from '../support/draft.ts'
import {check} from '../support/manuscript.ts'

function call(identifier: string): FootnoteReference {
  return {type: 'footnoteReference', identifier}
}

function note(identifier: string, ...children: FootnoteDefinition['children']): RootContent {
  return {type: 'footnoteDefinition', identifier, children}
}

function words(value: string): FootnoteDefinition['children'][number] {
  return {type: 'paragraph', children: [{type: 'text', value}]}
}

describe('notes', () => {
  it('of the abstract and of the body do not take each other’s names', async () => {
    const {article, problems} = await check('---\nabstract: One.^[First.]\n---\n\nTwo.^[Second.]\n')
    expect(article.notes.map(({children}) => textOf([...children]))).toEqual(['First.', 'Second.'])
    expect(problems.filter(({reason}) => /note/i.test(reason))).toEqual([])
  })

  it('are taken from the body and numbered by their first call', async () => {
    const {body, notes} = await enrich(
      draftOf([note('b', words('B')), paragraph(call('a'), call('b'), call('a')), note('a', words('A'))])
    )
    expect(notes.map(({number, calls, children}) => [number, calls, textOf([...children])])).toEqual([
      [1, 2, 'A'],
      [2, 1, 'B']
    ])
    expect(body.children.map(({type}) => type)).toEqual(['paragraph'])
    const calls = [...walk(body)].filter((node) => node.type === 'footnoteReference')
    expect(calls.map(({data}) => [data?.number, data?.call])).toEqual([
      [1, 1],
      [2, 1],
      [1, 2]
    ])
  })

  it('may be called in notes, and written there', async () => {
    const inner = {type: 'paragraph' as const, children: [call('inner')]}
    const {notes} = await enrich(
      draftOf([note('outer', inner, note('inner', words('I')) as FootnoteDefinition), paragraph(call('outer'))])
    )
    expect(notes.map(({identifier}) => identifier)).toEqual(['outer', 'inner'])
    expect(notes[0]?.children).toHaveLength(1)
  })

  it('may call themselves without harm', async () => {
    const inner = {type: 'paragraph' as const, children: [call('a')]}
    const {notes} = await enrich(draftOf([paragraph(call('a')), note('a', inner)]))
    expect(notes).toMatchObject([{number: 1, calls: 2}])
  })

  it('are recorded where call and note do not meet', async () => {
    const {noteTroubles} = await enrich(
      draftOf([
        paragraph(call('a'), call('x')),
        note('a', words('A')),
        note('a', words('A again')),
        note('z', words('Z'))
      ])
    )
    expect(noteTroubles?.map(({kind, identifier}) => `${kind} ${identifier}`)).toEqual([
      'duplicate a',
      'uncalled z',
      'undefined x'
    ])
  })

  it('leave the draft as it was', async () => {
    const draft = draftOf([paragraph(call('a')), note('a', words('A'))])
    const before = structuredClone(draft.body)
    await enrich(draft)
    expect(draft.body).toEqual(before)
  })
})
