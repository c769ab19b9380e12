import type {Report} from '../model/problem.ts'
import {nearest} from '../util/nearest.ts'
import type {Named} from './header.ts'
import {isAddress, leaves, nameOf, readings} from './paths.ts'

export interface Search {
  /** The file that names them. */
  readonly from: string
  /** All files there are. */
  readonly files: ReadonlyArray<string>
  /** Those that may have been meant. */
  readonly candidates: ReadonlyArray<string>
  /** “bibliography”, for messages. */
  readonly what: string
  /** The promise broken by a name that leads nowhere. */
  readonly id: string
}

/** The paths that names lead to, each once, in their order; a name that leads nowhere or out of the folder is reported. */
export function findNamed(names: ReadonlyArray<Named>, search: Search, report: Report): ReadonlyArray<string> {
  const files = new Set(search.files)
  const found = names.map((name) => {
    if (leaves(name.text)) return void refuse(name, search, report)
    const path = readings(name.text, search.from).find((reading) => files.has(reading))
    if (path === undefined) missing(name, search, report)
    return path
  })
  return [...new Set(found)].filter((path) => path !== undefined)
}

function refuse({text, place}: Named, {what}: Search, report: Report): void {
  const reason = isAddress(text)
    ? `Cannot read the ${what} \`${text}\` from the web, expected a file of the manuscript`
    : `Cannot read the ${what} \`${text}\`: it lies outside the manuscript's folder`
  const note = 'Put the file into the folder of the manuscript and name it from there.'
  report({id: 'path-inside', severity: 'error', reason, place, note})
}

function missing({text, place}: Named, {what, candidates, id}: Search, report: Report): void {
  const byName = nearest(nameOf(text), candidates.map(nameOf))
  const expected = candidates.filter((path) => byName.includes(nameOf(path))).slice(0, 3)
  const note = expected.length > 0 ? undefined : `Put the file into the manuscript's folder, or correct its name.`
  report({id, severity: 'error', reason: `Cannot find the ${what} \`${text}\``, place, expected, note})
}
