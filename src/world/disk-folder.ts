import type {Dirent} from 'node:fs'
import {readFileSync, realpathSync, statSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {join, relative, resolve, sep} from 'node:path'
import type {Folder} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {codeOf, diskError} from './disk-error.ts'
import {limit} from './limit.ts'
import {partsInside} from './path-inside.ts'

export interface DiskFolderOptions {
  /** How to name the folder to a person; its path unless told. */
  readonly name?: string | undefined
  /** Folders left out of the list, as paths of the disk: where outputs go. */
  readonly without?: ReadonlyArray<string> | undefined
  /** Hidden files and `node_modules` are listed too, and links that lead out. */
  readonly all?: boolean | undefined
  /** Most files in a list; more are no manuscript. */
  readonly mostFiles?: number | undefined
  /** Most bytes of one file. */
  readonly mostBytes?: number | undefined
}

/** A folder of the disk. What leaves it, by `..` or by a symbolic link, and what is no plain file, reads as absent. */
export function diskFolder(path: string, options: DiskFolderOptions = {}): Folder {
  const {name = path, without = [], all = false, mostFiles = 20_000, mostBytes = 500_000_000} = options
  const root = resolve(path)
  const gate = limit(32)
  return {
    name,
    read: (file) => gate(() => bytesOf({root, name}, file, mostBytes)),
    list: () => filesOf({root, name}, {all, hidden: new Set(without.map((each) => resolve(each))), most: mostFiles})
  }
}

interface Root {
  readonly root: string
  readonly name: string
}

/** Bytes that are read at once: to hand so few to another thread takes three times as long as to read them. */
const small = 1_000_000

async function bytesOf({root, name}: Root, file: string, most: number): Promise<Uint8Array | undefined> {
  const parts = partsInside(file)
  if (parts === undefined) return undefined
  try {
    const real = inside(root, parts)
    const found = real === undefined ? undefined : statSync(real)
    if (real === undefined || found?.isFile() !== true) return undefined
    if (found.size > most) throw tooLarge(name, file, most)
    return found.size > small ? await readFile(real) : readFileSync(real)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error instanceof WorldError ? error : diskError('read', `${name}/${file}`, error)
  }
}

interface Listing {
  readonly all: boolean
  readonly hidden: ReadonlySet<string>
  readonly most: number
}

async function filesOf({root, name}: Root, listing: Listing) {
  const files: Array<string> = []
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await entriesOf(folder, name)
    if (entries === undefined && folder === root) return undefined
    for (const entry of shownOf(entries ?? [], listing)) {
      if (entry.isDirectory()) folders.push(pathOf(entry))
      else if (isListed(entry, root, listing)) files.push(relative(root, pathOf(entry)).split(sep).join('/'))
    }
    if (files.length > listing.most) throw tooMany(name, listing.most)
  }
  return files.sort()
}

function shownOf(entries: ReadonlyArray<Dirent>, {all, hidden}: Listing): ReadonlyArray<Dirent> {
  return entries.filter((entry) => (all || !isHidden(entry)) && !hidden.has(pathOf(entry)))
}

function isListed(entry: Dirent, root: string, {all}: Listing): boolean {
  return all || isFile(entry, root)
}

function pathOf({parentPath, name}: Dirent): string {
  return join(parentPath, name)
}

function isHidden({name}: Dirent): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

/** The real path of a file in the folder; `undefined` where a symbolic link leads out of it. */
function inside(root: string, parts: ReadonlyArray<string>): string | undefined {
  const [realRoot, real] = [realpathSync.native(root), realpathSync.native(join(root, ...parts))]
  const base = realRoot.endsWith(sep) ? realRoot : `${realRoot}${sep}`
  return real.startsWith(base) ? real : undefined
}

/** A plain file, or a symbolic link to one in the folder. */
function isFile(entry: Dirent, root: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    const real = inside(root, [relative(root, pathOf(entry))])
    return real !== undefined && statSync(real).isFile()
  } catch {
    return false
  }
}

async function entriesOf(folder: string, name: string): Promise<ReadonlyArray<Dirent> | undefined> {
  try {
    return await readdir(folder, {withFileTypes: true})
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw diskError('list', name, error)
  }
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(codeOf(error) ?? '')
}

function tooMany(name: string, most: number): WorldError {
  return new WorldError(`Unexpected number of files in \`${name}\`, expected at most ${most.toLocaleString('en')}`, {
    note: 'Name the folder that holds the manuscript and nothing else.'
  })
}

function tooLarge(name: string, file: string, most: number): WorldError {
  return new WorldError(`Cannot read \`${name}/${file}\`: it holds more than ${most / 1e6} MB`, {
    note: 'Make the file smaller, or move it out of the manuscript’s folder.'
  })
}
