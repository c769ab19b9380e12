import type {Folder, World} from '../model/world.ts'
import {WorldError} from '../model/world.ts'

/** A folder in memory: file contents by path. */
export function memoryFolder(name: string, files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content
    ])
  )
  return {
    name,
    read: async (path) => bytes.get(path),
    list: async () => [...bytes.keys()].sort()
  }
}

/** A world in memory, for tests: given manuscript files, and whatever else the test brings. */
export function memoryWorld(files: Readonly<Record<string, string | Uint8Array>>, rest: Partial<World> = {}): World {
  return {
    manuscript: memoryFolder('manuscript', files),
    templates: memoryFolder('templates', {}),
    resources: memoryFolder('resources', {}),
    print: async () => {
      throw new WorldError('Cannot print: this world has no browser')
    },
    now: () => new Date(0),
    ...rest
  }
}
