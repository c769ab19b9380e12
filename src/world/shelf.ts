import type {Folder} from '../model/world.ts'

/** Folders of templates as one: a template of an earlier folder stands before one of the same name in a later one. */
export function shelf(name: string, folders: ReadonlyArray<Folder>): Folder {
  let known: Promise<ReadonlyMap<string, Owned>> | undefined
  const owners = () => {
    known ??= ownersOf(folders)
    return known
  }
  return {
    name,
    read: async (path) => (await owners()).get(first(path))?.folder.read(path),
    list: async () => [...(await owners()).values()].flatMap(({files}) => files).sort()
  }
}

/** A folder as the only one in another: `page.css` is read as `<name>/page.css`. */
export function within(name: string, folder: Folder): Folder {
  return {
    name,
    read: async (path) => (first(path) === name ? folder.read(path.slice(name.length + 1)) : undefined),
    list: async () => (await folder.list())?.map((path) => `${name}/${path}`)
  }
}

interface Owned {
  readonly folder: Folder
  readonly files: Array<string>
}

async function ownersOf(folders: ReadonlyArray<Folder>): Promise<ReadonlyMap<string, Owned>> {
  const lists = await Promise.all(folders.map((folder) => folder.list()))
  const owners = new Map<string, Owned>()
  folders.forEach((folder, index) => {
    for (const path of lists[index] ?? []) {
      const owned = owners.get(first(path)) ?? {folder, files: []}
      owners.set(first(path), owned)
      if (owned.folder === folder) owned.files.push(path)
    }
  })
  return owners
}

/** `article/page.css` → `article`. */
function first(path: string): string {
  return path.split('/', 1)[0] ?? path
}
