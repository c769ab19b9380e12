import {readFileSync} from 'node:fs'
import {describe, expect, it, vi} from 'vitest'
import {maker} from '../../../src/enrich/citations/work.ts'
import {memoryCache} from '../../../src/world/cache.ts'
import {paragraph} from '../../support/draft.ts'
import type {Case} from './support.ts'
import {cite, cited, narrative} from './support.ts'

const body = [
  paragraph(
    cite({key: 'smith2000', prefix: [{type: 'emphasis', children: [{type: 'text', value: 'see'}]}], locator: '3'}),
    narrative('jones')
  )
]

describe('the cache of citations', () => {
  it.each(['apa', 'ieee', 'chicago-fullnote-bibliography'])(
    'should give back what the engine made, in %s',
    async (style) => {
      const cache = memoryCache()
      const write = vi.spyOn(cache, 'write')
      const plain = await cited({style, body})
      const first = await cited({style, body, cache})
      const second = await cited({style, body, cache})
      expect(write).toHaveBeenCalledTimes(1)
      expect(first.body).toEqual(plain.body)
      expect(second.body).toEqual(plain.body)
      expect(second.references).toEqual(plain.references)
    }
  )

  it('should not answer for another citation, language or work', async () => {
    const write = vi.fn()
    // Each is a process of its own, with a memory of its own.
    const build = (rest: Partial<Case>) =>
      cited({style: 'ieee', body, cache: {read: async () => undefined, write}, ...rest})
    await build({})
    await build({body: [paragraph(cite('jones'))]})
    await build({body: [paragraph(narrative('jones'))]})
    await build({language: 'de-DE'})
    await build({nocite: ['smith2000b']})
    expect(new Set(write.mock.calls.map(([key]) => key)).size).toBe(5)
  })

  it('should make anew what cannot be read', async () => {
    const plain = await cited({style: 'ieee', body})
    const broken = {read: async () => new TextEncoder().encode('{"printed": ['), write: async () => undefined}
    expect((await cited({style: 'ieee', body, cache: broken})).body).toEqual(plain.body)
  })

  it('should be of the engine that is installed', () => {
    const {version} = JSON.parse(readFileSync('node_modules/citeproc/package.json', 'utf8'))
    expect(maker).toContain(`citeproc ${version},`)
  })
})
