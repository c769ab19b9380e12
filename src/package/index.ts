import type {Output} from '../model/world.ts'

export type {Manifest, ManifestFile} from './manifest.ts'
export {manifestFile, readManifest, sumsFile, writeManifest} from './manifest.ts'
export {readSums, sha256, writeSums} from './sums.ts'

/** Put the files that formats made in the order in which they are written. */
export function pack(output: Output): Output {
  return new Map([...output].sort(([a], [b]) => (a < b ? -1 : 1)))
}
