import {existsSync, realpathSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Folder} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {diskFolder} from './disk-folder.ts'
import {partsInside} from './path-inside.ts'

/** The folder Offprint is installed in: the nearest one above this file that holds `package.json`. */
export function installation(): string {
  const here = dirname(realpathSync(fileURLToPath(import.meta.url)))
  const found = above(here).find((folder) => existsSync(join(folder, 'package.json')))
  if (found !== undefined) return found
  throw new WorldError('Cannot find the files that Offprint brings', {note: 'Install it again.'})
}

/** The name of the bundle that runs, which says what code is in it; `undefined` where the source itself runs. */
export function bundleName(): string | undefined {
  return /offprint-[0-9a-f]+(?=\.cjs$)/.exec(import.meta.url)?.[0]
}

/** Files of the packages Offprint depends on, by `<package>/<file>`: in its own `node_modules`, or one above it, as npm hoists them. */
export function packageFiles(from: string = installation()): Folder {
  const packages = new Map<string, Folder | undefined>()
  const shelves = above(from).map((folder) => join(folder, 'node_modules'))

  function folderOf(name: string): Folder | undefined {
    if (!packages.has(name)) {
      const shelf = shelves.find((folder) => existsSync(join(folder, name)))
      packages.set(name, shelf === undefined ? undefined : diskFolder(join(shelf, name), {name}))
    }
    return packages.get(name)
  }

  return {
    name: 'node_modules',
    async read(path) {
      const parts = partsInside(path)
      if (parts === undefined) return undefined
      const length = path.startsWith('@') ? 2 : 1
      return folderOf(parts.slice(0, length).join('/'))?.read(parts.slice(length).join('/'))
    },
    list: async () => []
  }
}

/** The folder and all above it, nearest first. */
function above(folder: string): ReadonlyArray<string> {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...above(parent)]
}
