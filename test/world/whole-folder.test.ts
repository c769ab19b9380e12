import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {outputFolder} from '../../src/world/output-folder.ts'
import {disk, wholeFolder} from '../../src/world/whole-folder.ts'

let folder: string
const bytes = (text: string) => new TextEncoder().encode(text)
const one = new Map([
  ['mark', bytes('one')],
  ['sub/a.txt', bytes('one')]
])
const two = new Map([['mark', bytes('two')]])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-whole-'))
})

afterAll(() => rm(folder, {recursive: true, force: true}))

describe('writeFolder', () => {
  it('replaces a folder whole, and leaves nothing beside it', async () => {
    const out = join(folder, 'out')
    await outputFolder(out).writeFolder('release/a', one, 'mark')
    expect(await readFile(join(out, 'release/a/sub/a.txt'), 'utf8')).toBe('one')
    await outputFolder(out).writeFolder('release/a', two, 'mark')
    expect(await readdir(join(out, 'release/a'))).toEqual(['mark'])
    expect(await readdir(join(out, 'release'))).toEqual(['a'])
  })

  it('leaves a folder alone that is somebody else’s', async () => {
    await mkdir(join(folder, 'theirs'))
    await writeFile(join(folder, 'theirs/thesis.txt'), 'years of work')
    await expect(outputFolder(folder).writeFolder('theirs', one, 'mark')).rejects.toThrow('Cannot replace')
    expect(await readdir(join(folder, 'theirs'))).toEqual(['thesis.txt'])
  })

  it('refuses a path that leaves it', async () => {
    await expect(outputFolder(folder).writeFolder('../x', one, 'mark')).rejects.toThrow('leaves')
    const leaving = new Map([['../x', bytes('')]])
    await expect(outputFolder(folder).writeFolder('x', leaving, 'mark')).rejects.toThrow('leaves')
    expect(await readdir(folder)).not.toContain('x')
  })

  it.each(['write', 'rename'] as const)('keeps the earlier folder where %s fails', async (call) => {
    const path = join(folder, `kept-${call}`)
    await wholeFolder(path, one, 'mark', disk)
    let calls = 0
    // The first rename sets the earlier folder aside; the second fails.
    const fail = async (from: string, to: string & Uint8Array) => {
      calls += 1
      if (call === 'rename' && calls !== 2) return disk.rename(from, to)
      throw Object.assign(new Error('ENOSPC: no space left on device'), {code: 'ENOSPC'})
    }
    await expect(wholeFolder(path, two, 'mark', {...disk, [call]: fail})).rejects.toThrow('no space left')
    expect(await readFile(join(path, 'sub/a.txt'), 'utf8')).toBe('one')
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
