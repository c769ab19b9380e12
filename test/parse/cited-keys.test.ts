import {describe, expect, it} from 'vitest'
import {walk} from '../../src/util/walk.ts'
import {check, problemsOf} from '../support/manuscript.ts'

const bib = `@book{knuth, title = {A}, doi = {10.1093/COMJNL/27.2.97}, ids = {old, older}}
@book{linked, title = {B}, doi = {https://doi.org/10.1000/x}}
@book{older, title = {C}}
@set{both, entryset = {knuth, linked}}`

/** The keys that a text cites, and those of the front matter. */
async function keysOf(text: string, nocite = ''): Promise<ReadonlyArray<string>> {
  const front = nocite === '' ? '' : `nocite: "${nocite}"\n`
  const markdown = `---\nbibliography: refs.bib\n${front}---\n\n${text}`
  const {article} = await check(markdown, {files: {'refs.bib': bib}})
  const cited = [...walk(article.body)].flatMap((node) => (node.type === 'citation' ? node.items : []))
  return [...cited, ...article.meta.nocite].map(({key}) => key)
}

describe('a cited key', () => {
  it.each([
    ['@doi:10.1093/comjnl/27.2.97', ['knuth']],
    ['@{https://doi.org/10.1093/comjnl/27.2.97}', ['knuth']],
    ['@doi:10.1000/X', ['linked']],
    ['@DOI:10.1000/ABC', ['doi:10.1000/abc']],
    ['@old', ['knuth']],
    ['@older', ['older']],
    ['@knuth', ['knuth']],
    ['@nobody', ['nobody']],
    ['@both', ['knuth', 'linked']]
  ])('%s, in the text and as nocite', async (written, keys) => {
    expect(await keysOf(`As told [${written}].`)).toEqual(keys)
    expect(await keysOf('Text.', written)).toEqual(keys)
    expect(await keysOf('Text.', `[${written}]`)).toEqual(keys)
  })

  it('of a set keeps the words before its first work and behind its last', async () => {
    const markdown = '---\nbibliography: refs.bib\n---\n\n[see @both, p. 3, and more]'
    const {article} = await check(markdown, {files: {'refs.bib': bib}})
    const [citation] = [...walk(article.body)].filter((node) => node.type === 'citation')
    const items = citation?.items.map(({key, prefix, suffix, locator}) => [key, prefix.length, suffix.length, locator])
    expect(items).toEqual([
      ['knuth', 1, 0, undefined],
      ['linked', 0, 1, '3']
    ])
  })

  it('of a set is told where a member is nowhere', async () => {
    const markdown = '---\nbibliography: refs.bib\n---\n\nText.'
    const told = await problemsOf(markdown, {'refs.bib': '@set{both,\n  entryset = {none}}\n@set{empty}'})
    expect(told.filter((text) => text.includes('bibliography-reads'))).toEqual([
      'refs.bib:2:3 bibliography-reads: Cannot find entry `none` of the set `both`',
      'refs.bib:3:1 bibliography-reads: Cannot find the `entryset` of the `@set` entry `empty`'
    ])
  })

  it('by DOI is the bibliography’s own entry, before the lock file’s', async () => {
    const lock = {references: {'10.1000/x': {fetched: '', sha256: '', csl: {type: 'book', title: 'Locked'}}}}
    const files = {'refs.bib': bib, 'references.lock.json': JSON.stringify(lock)}
    const markdown = '---\nbibliography: refs.bib\n---\n\n[@doi:10.1000/x]'
    const {article} = await check(markdown, {files})
    expect(article.references.map(({key}) => key)).toEqual(['linked'])
  })
})
