import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import {pattern} from '../../test/corpus/differences.ts'

/** A measure that a document may miss, and why. */
interface Accepted {
  /** Of documents, `*` for any characters. */
  readonly documents: string
  /** Of the template; all if absent. */
  readonly template?: string
  readonly id: string
  /** A part of what is measured. */
  readonly what: string
  readonly reason: string
}

interface Missed {
  readonly name: string
  readonly template: string
  readonly id: string
  readonly what: string
}

const list = (parse(readFileSync(new URL('accepted.yaml', import.meta.url), 'utf8')) ?? []) as ReadonlyArray<Accepted>
const met = new Set<Accepted>()

/** Whether the list has a reason for what a document misses. */
export function isAccepted({name, template, id, what}: Missed): boolean {
  const found = list.filter(
    (each) =>
      each.id === id &&
      what.includes(each.what) &&
      (each.template ?? template) === template &&
      pattern(each.documents).test(name)
  )
  for (const each of found) met.add(each)
  return found.length > 0
}

/** Entries for these templates that nothing was missed for; all must have been measured. */
export function unmet(templates: ReadonlyArray<string>): ReadonlyArray<string> {
  const idle = list.filter(
    (each) => !met.has(each) && (each.template === undefined || templates.includes(each.template))
  )
  return idle.map(({documents, id, what}) => `${documents}: ${id} ${what}: is as it should be`)
}
