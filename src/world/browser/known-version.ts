import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {keepFile} from '../keep-file.ts'
import {cacheFolders} from './cache-folder.ts'
import type {Surroundings} from './found.ts'

/**
 * What a browser's program answered when it was asked for its version, as long as it is the same file; `undefined` if it never was.
 * Asking takes as long as a good part of a browser's start, which has to wait for the answer.
 */
export function knownVersion(program: string, surroundings: Surroundings): string | undefined {
  try {
    return readFileSync(placeOf(program, surroundings), 'utf8')
  } catch {
    return undefined
  }
}

/** Keep the answer for the next run; that it cannot be kept is no failure. */
export function keepVersion(program: string, version: string, surroundings: Surroundings): void {
  keepFile(placeOf(program, surroundings), version)
}

/** In the user's own folder: what stands elsewhere may be somebody else's word. */
function placeOf(program: string, surroundings: Surroundings): string {
  const [own = ''] = cacheFolders(surroundings)
  const {size, mtimeMs} = statSync(program)
  return join(own, 'browsers', encodeURIComponent(`${program}-${size}-${Math.round(mtimeMs)}`))
}
