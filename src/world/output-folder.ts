import {open, realpath, rename, rm} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import type {OutputFolder} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {diskError} from './disk-error.ts'
import {makeFolders} from './make-folders.ts'
import {partsInside} from './path-inside.ts'
import {disk as folderDisk, wholeFolder} from './whole-folder.ts'

/** The calls of the disk that writing takes; tests make one fail. */
export interface DiskCalls {
  readonly makeFolder: (path: string) => Promise<void>
  /** The file a path leads to in the end, so that a link to it stays a link. */
  readonly real: (path: string) => Promise<string>
  /** Write a new file and see it reach the disk. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
}

const disk: DiskCalls = {
  makeFolder: makeFolders,
  real: (path) => realpath(path).catch(() => path),
  writeNew: async (path, bytes) => {
    const file = await open(path, 'w')
    try {
      await file.writeFile(bytes)
    } finally {
      await file.close()
    }
  },
  rename,
  remove: (path) => rm(path, {force: true})
}

/** A folder of the disk that outputs go to. A file that stood there before stays whole until the new one is. */
export function outputFolder(path: string, name: string = path, calls: DiskCalls = disk): OutputFolder {
  const root = resolve(path)
  const full = (file: string) => {
    const parts = partsInside(file)
    if (parts !== undefined) return join(root, ...parts)
    throw new WorldError(`Cannot write \`${file}\`: it leaves the folder \`${name}\``)
  }
  return {
    name,
    async write(file, bytes) {
      const to = full(file)
      try {
        await replace(await target(to, calls), bytes, calls)
      } catch (error) {
        throw diskError('write', `${name}/${file}`, error)
      }
    },
    async writeFolder(folder, files, marker) {
      const to = full(folder)
      try {
        await wholeFolder(to, files, marker, folderDisk)
      } catch (error) {
        throw error instanceof WorldError ? error : diskError('write', `${name}/${folder}`, error)
      }
    },
    async remove(file) {
      const from = full(file)
      try {
        await calls.remove(from)
      } catch (error) {
        throw diskError('remove', `${name}/${file}`, error)
      }
    }
  }
}

async function target(path: string, calls: DiskCalls): Promise<string> {
  await calls.makeFolder(dirname(path))
  return calls.real(path)
}

/** The temporary file lies beside the last one, hence on the same disk, where a rename is whole or not at all. */
async function replace(path: string, bytes: Uint8Array, calls: DiskCalls): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    await calls.writeNew(temporary, bytes)
    await calls.rename(temporary, path)
  } catch (error) {
    await calls.remove(temporary).catch(() => undefined)
    throw error
  }
}
