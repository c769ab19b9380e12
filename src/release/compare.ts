import type {Folder, Output} from '../model/world.ts'
import type {Manifest} from '../package/index.ts'
import {manifestFile, provenanceFile, readManifest, readSums, sha256, sumsFile} from '../package/index.ts'

/** What is not as it was when the release was made. */
export interface Difference {
  readonly kind: 'changed' | 'extra' | 'missing'
  readonly path: string
}

/** A release as it lies in a folder. */
export interface Examined {
  readonly manifest: Manifest
  /** How many files a whole release has. */
  readonly count: number
  /** By path. */
  readonly differences: ReadonlyArray<Difference>
}

/** Compare a folder with its manifest and sums; or say why that cannot be. Throws a `WorldError` for a file that cannot be read. */
export async function examine(folder: Folder): Promise<Examined | {readonly reason: string; readonly note?: string}> {
  const paths = await folder.list()
  if (paths === undefined) return {reason: `Cannot find the folder \`${folder.name}\``}
  const bytes = await folder.read(manifestFile)
  if (bytes === undefined) {
    const note = `Name the folder of one release, such as \`build/release/paper-1.0\`.`
    return {reason: `Cannot find \`${manifestFile}\` in \`${folder.name}\`, expected a release`, note}
  }
  const manifest = readManifest(new TextDecoder().decode(bytes))
  if ('reason' in manifest) return {...manifest, note: 'Fetch the release anew, or make it again.'}
  const expected = await expectedOf(manifest, folder)
  const differences: Array<Difference> = []
  for (const [path, sums] of expected) {
    const found = await folder.read(path)
    if (found === undefined) differences.push({kind: 'missing', path})
    else if (!sums.every((sum) => sum === sha256(found))) differences.push({kind: 'changed', path})
  }
  for (const path of paths) if (!expected.has(path)) differences.push({kind: 'extra', path})
  return {manifest, count: expected.size, differences: sorted(differences)}
}

/** The sums that each file must have: by the manifest, by the list, or by both. */
async function expectedOf(manifest: Manifest, folder: Folder): Promise<ReadonlyMap<string, ReadonlyArray<string>>> {
  const expected = new Map<string, ReadonlyArray<string>>()
  for (const {path, sha256: sum} of manifest.outputs) expected.set(path, [sum])
  const bytes = await folder.read(sumsFile)
  const listed = bytes === undefined ? [] : readSums(new TextDecoder().decode(bytes))
  // A list that cannot be read, or that leaves a file out, is itself what changed.
  const paths = new Set(listed?.map(({path}) => path))
  const whole = listed !== undefined && [...expected.keys(), manifestFile].every((path) => paths.has(path))
  for (const {path, sha256: sum} of listed ?? []) expected.set(path, [...(expected.get(path) ?? []), sum])
  for (const path of [manifestFile, provenanceFile]) if (!expected.has(path)) expected.set(path, [])
  return expected.set(sumsFile, bytes === undefined || whole ? [] : ['none'])
}

/** How the files of a release differ from those in a folder. */
export async function compare(files: Output, folder: Folder): Promise<ReadonlyArray<Difference>> {
  const differences: Array<Difference> = []
  for (const [path, bytes] of files) {
    const found = await folder.read(path)
    if (found === undefined) differences.push({kind: 'missing', path})
    else if (sha256(found) !== sha256(bytes)) differences.push({kind: 'changed', path})
  }
  for (const path of (await folder.list()) ?? []) if (!files.has(path)) differences.push({kind: 'extra', path})
  return sorted(differences)
}

function sorted(differences: ReadonlyArray<Difference>): ReadonlyArray<Difference> {
  return [...differences].sort((a, b) => (a.path < b.path ? -1 : 1))
}
