import {mkdtemp, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {makeFolders} from '../../src/world/make-folders.ts'
import {outputFolder} from '../../src/world/output-folder.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-folders-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

describe('folders', () => {
  it('are made, all at once and by several at a time', async () => {
    const path = join(folder, 'a/b/c')
    for (let round = 0; round < 20; round += 1)
      await Promise.all(['a/b/c', 'a/b/c', 'a/b/d', 'a'].map((each) => makeFolders(join(folder, String(round), each))))
    await makeFolders(path)
    expect((await stat(path)).isDirectory()).toBe(true)
  })

  it('are not made where a file is', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(makeFolders(join(folder, 'file'))).rejects.toMatchObject({code: 'EEXIST'})
    await expect(makeFolders(join(folder, 'file/below'))).rejects.toMatchObject({code: 'ENOTDIR'})
  })

  it.skipIf(process.platform !== 'linux')('are refused in no time by a file system that takes none', async () => {
    await expect(makeFolders('/proc/offprint/build')).rejects.toMatchObject({code: 'ENOENT'})
    await expect(outputFolder('/proc/offprint').write('paper.html', new Uint8Array())).rejects.toThrow('Cannot write')
  })
})
