import {describe, expect, it} from 'vitest'
import {toXml} from 'xast-util-to-xml'
import {withPeople} from '../../../src/render/jats/printed-people.ts'

const knuth = {family: 'Knuth', given: 'Donald E.'}
const chen = {family: 'Chen', given: 'Xiu-Ying'}
const lamport = {family: 'Lamport', given: 'Leslie'}

function marked(text: string, author: ReadonlyArray<object>, role = 'author'): string {
  return toXml(withPeople([{type: 'text', value: text}], {type: 'book', id: 'k', [role]: author}))
    .replace(/<(\/?)string-name>/g, '<$1s>')
    .replace(/<(\/?)surname>/g, '<$1f>')
    .replace(/<(\/?)given-names>/g, '<$1g>')
    .replace(/<person-group person-group-type="(\w+)">(.*)<\/person-group>/, '$1{$2}')
}

describe('the people of a printed reference', () => {
  it.each([
    ['D. E. Knuth, “T”', [knuth], 'author{<s><g>D. E.</g> <f>Knuth</f></s>}, “T”'],
    ['Knuth DE, Chen X-Y. T', [knuth, chen], 'author{<s><f>Knuth</f> <g>DE</g></s>, <s><f>Chen</f> <g>X-Y.</g></s>} T'],
    [
      'Knuth, D. E., & Chen, X.-Y. (1984)',
      [knuth, chen],
      'author{<s><f>Knuth</f>, <g>D. E.</g></s>, &#x26; <s><f>Chen</f>, <g>X.-Y.</g></s>} (1984)'
    ],
    [
      'Knuth, Donald E., and Leslie Lamport. T',
      [knuth, lamport],
      'author{<s><f>Knuth</f>, <g>Donald E.</g></s>, and <s><g>Leslie</g> <f>Lamport</f></s>}. T'
    ],
    ['L. Lamport et al., T', [lamport, chen], 'author{<s><g>L.</g> <f>Lamport</f></s>} et al., T'],
    [
      'World Health Organization. T',
      [{literal: 'World Health Organization'}],
      'author{<collab>World Health Organization</collab>}. T'
    ],
    ['Title of 1984', [knuth], 'Title of 1984'],
    ['Knuthing', [knuth], 'Knuthing'],
    ['a(b*, T', [{family: 'a(b*'}], 'author{<s><f>a(b*</f></s>}, T']
  ])('%s', (text, people, expected) => {
    expect(marked(text, people)).toBe(expected)
  })

  it('are its editors where these stand first', () => {
    expect(marked('Knuth, D. (Ed.)', [knuth], 'editor')).toBe('editor{<s><f>Knuth</f>, <g>D.</g></s>} (Ed.)')
  })
})
