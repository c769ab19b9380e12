import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {citationStyle} from '../../src/load/style.ts'
import type {Problem} from '../../src/model/problem.ts'
import type {Folder} from '../../src/model/world.ts'
import {memoryWorld} from '../../src/world/memory.ts'

/** What the packages hold, as the world gives it. */
const resources: Folder = {
  name: 'node_modules',
  read: async (path) => {
    try {
      return readFileSync(`node_modules/${path}`)
    } catch {
      return undefined
    }
  },
  list: async () => undefined
}

async function found(id: string, language = 'en-GB', files: Record<string, string> = {}) {
  const problems: Array<Problem> = []
  const world = memoryWorld(files, {resources})
  const place = {file: 'paper.md', start: {line: 2, column: 6}}
  const style = await citationStyle({id, place, language}, world, (problem) => void problems.push(problem))
  return {style, problems}
}

describe('citationStyle', () => {
  it.each([
    'apa',
    'ieee',
    'nature',
    'vancouver',
    'chicago-author-date',
    'chicago-fullnote-bibliography',
    'chicago-note-bibliography',
    'harvard-cite-them-right',
    'american-medical-association',
    'modern-language-association',
    'iso690-author-date-en',
    'iso690-numeric-en',
    'gost-r-7-0-5-2008',
    'gost-r-7-0-5-2008-numeric',
    'gost-r-7-0-5-2008-numeric-alphabetical',
    'elsevier-harvard',
    'springer-basic-author-date',
    'plos',
    'taylor-and-francis-chicago-author-date'
  ])('should find %s', async (id) => {
    const {style, problems} = await found(id)
    expect(problems).toEqual([])
    expect(style?.id).toBe(id)
    expect(style?.xml).toContain('<style')
    expect(style?.locales.has('en-US')).toBe(true)
  })

  it('should bring the locale of the article, and of the style', async () => {
    expect([...((await found('gost-r-7-0-5-2008', 'de')).style?.locales.keys() ?? [])]).toEqual([
      'en-US',
      'de-DE',
      'ru-RU'
    ])
    expect((await found('apa', 'uz-UZ')).style?.locales.get('uz')).toContain('oʻsha joyda')
    expect([...((await found('apa', 'uz-Cyrl')).style?.locales.keys() ?? [])]).toEqual(['en-US'])
    expect([...((await found('apa', 'xx')).style?.locales.keys() ?? [])]).toEqual(['en-US'])
  })

  it('should read of a file with many styles the one that is wanted', async () => {
    const spoilt: Folder = {
      ...resources,
      async read(path) {
        const bytes = await resources.read(path)
        const text = path.endsWith('.csljson') && bytes ? new TextDecoder().decode(bytes) : ''
        if (!text.includes('"ieee":')) return bytes
        const [before = '', after = ''] = text.split('"ieee":')
        const others = /"[^"]+": \{"n": "style"/g
        return new TextEncoder().encode(
          `${before.replace(others, '$& broken')}"ieee":${after.replace(others, '$& broken')}`
        )
      }
    }
    const world = memoryWorld({}, {resources: spoilt})
    const style = await citationStyle({id: 'ieee', language: 'en'}, world, () => undefined)
    expect(style?.xml).toBe((await found('ieee')).style?.xml)
    await expect(
      citationStyle({id: 'harvard-institut-fur-praxisforschung-de', language: 'en'}, world, () => undefined)
    ).rejects.toThrow()
  })

  it('should know the address and the file name of a style', async () => {
    expect((await found('http://www.zotero.org/styles/apa')).style?.id).toBe('apa')
    expect((await found('ieee.csl')).style?.id).toBe('ieee')
  })

  it('should resolve another name, and say so', async () => {
    const {style, problems} = await found('chicago-notes-bibliography')
    expect(style?.id).toBe('chicago-fullnote-bibliography')
    expect(problems.map(({severity, reason}) => `${severity}: ${reason}`)).toEqual([
      'info: Unexpected style name `chicago-notes-bibliography`, expected `chicago-fullnote-bibliography`'
    ])
  })

  it('should follow a dependent style of the folder to its parent', async () => {
    const link = '<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>'
    const {style, problems} = await found('styles/my-journal.csl', 'en', {
      'styles/my-journal.csl': `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info>${link}</info></style>`
    })
    expect(problems).toEqual([])
    expect(style?.id).toBe('styles/my-journal.csl')
    expect(style?.xml).toContain('<bibliography')
  })

  it('should find a style among the template’s files', async () => {
    const files = new Map([['style.csl', new TextEncoder().encode('<style class="note"></style>')]])
    const world = memoryWorld({}, {resources})
    const style = await citationStyle({id: 'style.csl', language: 'en', files}, world, () => undefined)
    expect(style).toMatchObject({id: 'style.csl', xml: '<style class="note"></style>'})
  })

  it('should read a large file that is no style in no time', async () => {
    const start = performance.now()
    await found('big', 'en', {'big.csl': `<style ${'<link '.repeat(300_000)}${'<layout '.repeat(300_000)}`})
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('should give up on a style that is its own parent', async () => {
    const link = '<link href="loop" rel="independent-parent"/>'
    const {style, problems} = await found('loop', 'en', {'loop.csl': `<style><info>${link}</info></style>`})
    expect(style).toBeUndefined()
    expect(problems).toHaveLength(1)
  })

  it('should name the nearest styles where there is none', async () => {
    const {style, problems} = await found('vancuover')
    expect(style).toBeUndefined()
    expect(problems).toMatchObject([{id: 'citation-style-found', severity: 'error', place: {file: 'paper.md'}}])
    expect(problems[0]?.expected).toContain('vancouver')
  })

  it('should not throw in a world without packages', async () => {
    const problems: Array<Problem> = []
    const style = await citationStyle({id: 'apa', language: 'en'}, memoryWorld({}), (problem) => problems.push(problem))
    expect(style).toBeUndefined()
    expect(problems).toHaveLength(1)
  })
})
