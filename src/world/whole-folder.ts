import {access, rename, rm, writeFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import type {Output} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {makeFolders} from './make-folders.ts'
import {partsInside} from './path-inside.ts'

/** The calls of the disk that writing a folder takes; tests make one fail. */
export interface FolderCalls {
  readonly makeFolder: (path: string) => Promise<void>
  readonly exists: (path: string) => Promise<boolean>
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  /** A folder and all in it, if it is there. */
  readonly remove: (path: string) => Promise<void>
}

/** This machine's disk. */
export const disk: FolderCalls = {
  makeFolder: makeFolders,
  exists: (path) =>
    access(path).then(
      () => true,
      () => false
    ),
  write: (path, bytes) => writeFile(path, bytes),
  rename,
  remove: (path) => rm(path, {recursive: true, force: true})
}

/**
 * Write a folder beside its last place, then rename it: what stood there stays whole until the new one is, and comes back if the
 * rename fails. Throws a `WorldError` where a folder stands there that lacks the file `marker`, for it is somebody else's.
 */
export async function wholeFolder(path: string, files: Output, marker: string, calls: FolderCalls): Promise<void> {
  const beside = (ending: string) => join(dirname(path), `.${basename(path)}.${process.pid}.${ending}`)
  const [fresh, old] = [beside('tmp'), beside('old')]
  const replaces = await calls.exists(path)
  if (replaces && !(await calls.exists(join(path, marker)))) {
    throw new WorldError(`Cannot replace \`${path}\`, expected \`${marker}\` in it`, {
      note: 'There is another folder by that name: move it away.'
    })
  }
  try {
    await calls.remove(fresh)
    for (const [file, bytes] of files) await write(fresh, file, bytes, calls)
    if (replaces) await calls.rename(path, old)
    await calls.rename(fresh, path).catch(async (error) => {
      if (replaces) await calls.rename(old, path)
      throw error
    })
  } catch (error) {
    await calls.remove(fresh).catch(() => undefined)
    throw error
  }
  if (replaces) await calls.remove(old).catch(() => undefined)
}

async function write(folder: string, file: string, bytes: Uint8Array, calls: FolderCalls): Promise<void> {
  const parts = partsInside(file)
  if (parts === undefined) throw new WorldError(`Cannot write \`${file}\`: it leaves its folder`)
  const path = join(folder, ...parts)
  await calls.makeFolder(dirname(path))
  await calls.write(path, bytes)
}
