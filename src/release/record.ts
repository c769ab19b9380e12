import type {Folder} from '../model/world.ts'

/** A folder that remembers what was read from it. */
export interface RecordedFolder extends Folder {
  /** What was read, by path, sorted. */
  readonly seen: () => ReadonlyArray<readonly [path: string, bytes: Uint8Array]>
}

/** The same folder, with a memory. */
export function recorded(folder: Folder): RecordedFolder {
  const seen = new Map<string, Uint8Array>()
  return {
    name: folder.name,
    list: () => folder.list(),
    async read(path) {
      const bytes = await folder.read(path)
      if (bytes !== undefined) seen.set(path, bytes)
      return bytes
    },
    seen: () => [...seen].sort(([a], [b]) => (a < b ? -1 : 1))
  }
}
