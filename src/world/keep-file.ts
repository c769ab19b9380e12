import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Write a file that can be made again, whole or not at all, for another process may read it meanwhile. Gives whether it was written:
 * that it cannot be kept is no failure.
 */
export function keepFile(path: string, contents: string | Uint8Array): boolean {
  const temporary = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(temporary, contents)
    renameSync(temporary, path)
    return true
  } catch {
    rmSync(temporary, {force: true})
    return false
  }
}
