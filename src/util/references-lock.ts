import {createHash} from 'node:crypto'
import type {CslItem} from '../model/article.ts'

/** Where records fetched by DOI are kept, beside the manuscript. */
export const lockFile = 'references.lock.json'

/** A record as fetched, and when. */
interface LockedReference {
  readonly csl: CslItem
  /** ISO 8601, in UTC. */
  readonly fetched: string
  /** Of the record's canonical JSON, in hexadecimal. */
  readonly sha256: string
}

/** Records by DOI, lower-case as DOIs are not case-sensitive. */
export type ReferencesLock = ReadonlyMap<string, LockedReference>

export interface LockReading {
  readonly lock: ReferencesLock
  /** Why the file, or an entry of it, is not what `offprint references add` wrote. */
  readonly complaints: ReadonlyArray<string>
}

/** Read a lock file's text; never throws: what cannot be used is complained about and left out. */
export function readLock(text: string): LockReading {
  const value = json(text)
  const entries = record(record(value)?.['references'])
  if (entries === undefined)
    return {lock: new Map(), complaints: ['Cannot read the file, expected `{"references": {…}}`']}
  const complaints: Array<string> = []
  const lock = new Map<string, LockedReference>()
  for (const [doi, entry] of Object.entries(entries)) {
    const csl = record(record(entry)?.['csl'])
    const fetched = record(entry)?.['fetched']
    const sha256 = record(entry)?.['sha256']
    if (csl === undefined || typeof csl['type'] !== 'string') {
      complaints.push(`Cannot read the record of \`${doi}\`, expected a CSL item under \`csl\``)
      continue
    }
    const item: CslItem = {...csl, id: `doi:${doi.toLowerCase()}`, type: csl['type']}
    if (sha256 !== digest(item)) complaints.push(`Unexpected record of \`${doi}\`: it was changed after it was fetched`)
    lock.set(doi.toLowerCase(), {csl: item, fetched: String(fetched ?? ''), sha256: digest(item)})
  }
  return {lock, complaints}
}

/** The text of a lock file: sorted, so that two people's additions merge. */
export function writeLock(lock: ReferencesLock): string {
  const entries = [...lock].sort(([a], [b]) => (a < b ? -1 : 1))
  const references = Object.fromEntries(
    entries.map(([doi, {csl, fetched, sha256}]) => [doi, {fetched, sha256, csl: JSON.parse(canonical(csl))}])
  )
  return `${JSON.stringify({version: 1, references}, undefined, 2)}\n`
}

/** What a record is known by: SHA-256 of its JSON with sorted keys, in hexadecimal. */
export function digest(csl: CslItem): string {
  return createHash('sha256').update(canonical(csl)).digest('hex')
}

/** The DOI that a citation key names, lower-case: `doi:10.1000/182`, `https://doi.org/10.1000/182`; `undefined` for other keys. */
export function doiOfKey(key: string): string | undefined {
  const match = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/\S+)$/i.exec(key)
  return match?.[1]?.toLowerCase()
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    const fields = record(part)
    return fields === undefined ? part : Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
