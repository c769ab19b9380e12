import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, describe, expect, it} from 'vitest'
import {diskCache} from '../../src/world/disk-cache.ts'

const home = mkdtempSync(join(tmpdir(), 'offprint-test-'))
const folder = join(home, 'deep', 'citations')
const bytes = (text: string) => new TextEncoder().encode(text)

afterEach(() => rmSync(join(home, 'deep'), {recursive: true, force: true}))

describe('a cache on disk', () => {
  it('gives back what it was given', async () => {
    const cache = diskCache(folder)
    expect(await cache.read('a')).toBeUndefined()
    await cache.write('a', bytes('one'))
    await cache.write('a', bytes('two'))
    expect(String(Buffer.from((await diskCache(folder).read('a')) ?? []))).toBe('two')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('forgets what is more than enough', async () => {
    const cache = diskCache(folder, 2)
    for (const key of ['a', 'b', 'c', 'd']) await cache.write(key, bytes(key))
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('does not fail where it cannot keep', async () => {
    writeFileSync(join(home, 'deep'), 'a file')
    const cache = diskCache(folder)
    await cache.write('a', bytes('one'))
    expect(await cache.read('a')).toBeUndefined()
  })
})
