import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {pattern} from './differences.ts'

/** What a validator finds and nobody here can mend, and why. */
interface Finding {
  /** Of manuscripts, `*` for any characters. */
  readonly files: string
  /** The validator. */
  readonly by: string
  /** A regular expression for the whole of what it says. */
  readonly says: string
  readonly reason: string
}

const list = parse(readFileSync(new URL('findings.yaml', import.meta.url), 'utf8')) as ReadonlyArray<Finding>
const met = new Set<Finding>()

/** Whether the list has a reason for a finding. */
export function isListed(file: string, by: string, finding: string): boolean {
  const entry = list.find(
    (each) => each.by === by && pattern(each.files).test(file) && new RegExp(`^(?:${each.says})$`, 'su').test(finding)
  )
  if (entry !== undefined) met.add(entry)
  return entry !== undefined
}

/** How many reasons the list has. */
export function listed(): number {
  return list.length
}

/** Entries that nothing was found for; everything must have been built. */
export function stale(): ReadonlyArray<string> {
  return list.filter((entry) => !met.has(entry)).map(({files, by, says}) => `${files}, ${by}: never found: ${says}`)
}
