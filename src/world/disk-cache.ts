import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Cache} from '../model/world.ts'

/** Keeps what was made in a folder of the disk, a file a key: the last `most` of it. */
export function diskCache(folder: string, most = 200): Cache {
  return {
    read: (key) => readFile(join(folder, key)).catch(() => undefined),
    async write(key, bytes) {
      const temporary = join(folder, `${key}.${process.pid}`)
      try {
        await mkdir(folder, {recursive: true})
        // Whole or not at all: another process may read it meanwhile.
        await writeFile(temporary, bytes)
        await rename(temporary, join(folder, key))
        await forgetOldest(folder, most)
      } catch {
        await rm(temporary, {force: true}).catch(() => undefined)
      }
    }
  }
}

async function forgetOldest(folder: string, most: number): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= most) return
  const times = await Promise.all(names.map(async (name) => ({name, time: (await stat(join(folder, name))).mtimeMs})))
  const oldest = times.sort((a, b) => a.time - b.time).slice(0, names.length - most)
  await Promise.all(oldest.map(({name}) => rm(join(folder, name), {force: true})))
}
