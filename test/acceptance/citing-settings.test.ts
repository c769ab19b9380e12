import {describe, expect, test} from 'vitest'
import {check} from '../support/manuscript.ts'
import {printedIn} from './citing.ts'

const files = {
  'refs.bib': `@book{waals, author = {van der Waals, Johannes}, title = {The Continuity of the Liquid State}, year = 1873}
@book{mann, author = {Mann, Thomas}, title = {Der Tod in Venedig}, langid = {ngerman}, year = 1912}
@book{orlov, author = {Орлов, Иван and Ким, Анна and Ли, Юн}, title = {О Вещах}, langid = {russian}, year = 1990}
@book{zoe, author = {Zoe, Ann and Lee, Bo and Ray, Cy}, title = {Tides}, year = 1991}`
}
const text = '[@waals; @mann; @orlov; @zoe]'
const entriesWith = async (front: string) =>
  (await printedIn('modern-language-association', text, front, files)).entries.join('\n')

describe('settings of citations in the front matter', () => {
  test('titles stay as typed, unless they are to be sentences where they are English', async () => {
    const title = async (front: string) =>
      (await printedIn('vancouver', text, front, files)).entries.filter((entry) => /Waals|Mann/.test(entry)).join('\n')
    for (const front of ['', 'citing: {sentence-case: never}'])
      expect(await title(front)).toContain('The Continuity of the Liquid State')
    const sentences = await title('citing: {sentence-case: auto}')
    expect(sentences).toContain('The continuity of the liquid state')
    expect(sentences).toContain('Der Tod in Venedig')
  })

  test('“van der” sorts with the name only where it is asked for', async () => {
    expect(await entriesWith('')).toMatch(/Waals, Johannes van der.*\n?[\s\S]*Zoe/)
    expect(await entriesWith('citing: {use-prefix: true}')).toMatch(/van der Waals, Johannes/i)
  })

  test('works have the words of the article, or of their own language', async () => {
    expect(await entriesWith('')).toContain('Орлов, Иван, et al.')
    const own = await entriesWith('citing: {terms: entry}')
    expect(own).toContain('Орлов, Иван, и др.')
    expect(own).toContain('Zoe, Ann, et al.')
  })

  test('a value that is none is told where it stands', async () => {
    const {problems} = await check('---\nciting:\n  terms: mine\n---\n\nText.')
    expect(problems.map(({reason, place}) => [place?.start?.line, reason])).toContainEqual([
      3,
      'Unexpected `mine` as `terms`, expected `article` or `entry`'
    ])
  })
})
