import type {Heading, RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {enrich} from '../../src/enrich/index.ts'
import type {Section} from '../../src/model/nodes.ts'
import {walk} from '../../src/util/walk.ts'
import {draftOf} from '../support/draft.ts'

function heading(depth: Heading['depth'], value: string, id?: string, classes: ReadonlyArray<string> = []): Heading {
  return {
    type: 'heading',
    depth,
    data: {attributes: {id, classes, pairs: new Map()}},
    children: [{type: 'text', value}]
  }
}

async function sections(headings: ReadonlyArray<RootContent>, numberSections = true): Promise<ReadonlyArray<Section>> {
  const {body} = await enrich(draftOf(headings, {template: {numberSections}}))
  return [...walk(body)].filter((node) => node.type === 'section')
}

function numbers(found: ReadonlyArray<Section>) {
  return found.map(({number}) => number)
}

describe('sections', () => {
  it('nest and count', async () => {
    const found = await sections([heading(1, 'A'), heading(2, 'B'), heading(2, 'C'), heading(1, 'D'), heading(2, 'E')])
    expect(numbers(found)).toEqual(['1', '1.1', '1.2', '2', '2.1'])
    expect(found[0]?.children.map(({type}) => type)).toEqual(['heading', 'section', 'section'])
  })

  it('leave no hole where a level is skipped, or where the first is not the highest', async () => {
    expect(numbers(await sections([heading(1, 'A'), heading(3, 'B'), heading(2, 'C')]))).toEqual(['1', '1.1', '1.2'])
    expect(numbers(await sections([heading(3, 'A'), heading(2, 'B'), heading(3, 'C')]))).toEqual(['1', '2', '2.1'])
  })

  it('pass over what is unnumbered, and all below it', async () => {
    const found = await sections([
      heading(1, 'A'),
      heading(1, 'B', undefined, ['unnumbered']),
      heading(2, 'C'),
      heading(1, 'D')
    ])
    expect(numbers(found)).toEqual(['1', undefined, undefined, '2'])
  })

  it('carry no number if the template wants none, but appendices keep their letters', async () => {
    const found = await sections([heading(1, 'A'), heading(1, 'B', undefined, ['appendix']), heading(2, 'C')], false)
    expect(numbers(found)).toEqual([undefined, 'A', 'A.1'])
  })

  it('have identifiers that are unique, labels first', async () => {
    const found = await sections([
      heading(1, 'Results'),
      heading(1, 'Results'),
      heading(1, 'Other', 'results'),
      heading(1, 'Another', 'results'),
      heading(1, 'Қурилма ва gʻoya'),
      heading(1, '!')
    ])
    expect(found.map(({identifier}) => identifier)).toEqual([
      'results-1',
      'results-2',
      'results',
      'results-3',
      'қурилма-ва-gʻoya',
      'section'
    ])
  })

  it('never take the names of an object for their own', async () => {
    const found = await sections([heading(1, '__proto__'), heading(1, 'constructor', '__proto__')])
    expect(new Set(found.map(({identifier}) => identifier)).size).toBe(2)
  })

  it('number 10,000 headings in a blink', async () => {
    const headings = Array.from({length: 10_000}, (_, index) => heading(index % 3 === 0 ? 1 : 2, 'Same'))
    const start = performance.now()
    expect(await sections(headings)).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('are made inside a division too', async () => {
    const found = await sections([{type: 'div', children: [heading(1, 'Inside'), heading(2, 'Deeper')]}])
    expect(found.map(({depth}) => depth)).toEqual([1, 2])
  })
})
