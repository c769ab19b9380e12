import {mkdir, stat} from 'node:fs/promises'
import {dirname} from 'node:path'

/**
 * Make a folder, and those around it that are not there. Throws what the system says.
 * Node's own way to make several never ends where a file system takes none and says that there is nothing, as `/proc` does.
 */
export async function makeFolders(path: string): Promise<void> {
  try {
    await make(path)
  } catch (error) {
    const around = dirname(path)
    if (codeOf(error) !== 'ENOENT' || around === path) throw error
    // Another may have made it since; where it was there before, the same is said again.
    if (!(await isFolder(around))) await makeFolders(around)
    await make(path)
  }
}

/** Another may have made it meanwhile. */
async function make(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (!(await isFolder(path))) throw error
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
