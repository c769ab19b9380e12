import type {Output} from '../model/world.ts'
import {arxiv} from './arxiv.ts'
import {meca} from './meca.ts'
import type {Made, Package} from './package.ts'
import {pmc} from './pmc.ts'
import {submission} from './submission.ts'

export type {Manifest, ManifestFile} from './manifest.ts'
export {manifestFile, readManifest, sumsFile, writeManifest} from './manifest.ts'
export type {Made, Package} from './package.ts'
export {provenanceFile, writeProvenance} from './provenance.ts'
export {crateFile, crateLacks, writeCrate} from './ro-crate.ts'
export {readSums, sha256, writeSums} from './sums.ts'

/** Every package, in the order of a listing. */
export const packages: ReadonlyArray<Package> = [arxiv, meca, pmc, submission]

/** The files of formats that were asked for, and archives of such, sorted by path. Two that gave one file would lose one of them. */
export function pack(outputs: ReadonlyArray<Output>): Output {
  const all = new Map<string, Uint8Array>()
  for (const [path, bytes] of outputs.flatMap((output) => [...output])) {
    if (all.has(path)) throw new Error(`Unexpected second file \`${path}\``)
    all.set(path, bytes)
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The archives that can be made of what was made. */
export function archives(packed: ReadonlyArray<Package>, made: Made): ReadonlyArray<Output> {
  return packed.filter((each) => each.of.every((name) => made.files.has(name))).map((each) => each.pack(made))
}
