import {unzipSync} from 'fflate'

/** The files of a zip, by path. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)))
}
