import type {Problem, Severity} from '../model/problem.ts'
import {sorted} from './groups.ts'
import type {Summary} from './json.ts'
import {plain} from './plain.ts'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const satisfies Record<Severity, string>

/** Problems as commands of a GitHub workflow, which shows them at the lines of a pull request; one a line. */
export function github({problems, failure}: Summary, pathOf: (file: string) => string): string {
  const lines = sorted(problems).map((problem) => line(problem, pathOf))
  if (failure !== undefined) {
    lines.push(command('error', {title: 'offprint'}, message({reason: failure.message, note: failure.note})))
  }
  return lines.map((each) => `${each}\n`).join('')
}

function line(problem: Problem, pathOf: (file: string) => string): string {
  const {severity, id, place} = problem
  const {start, end} = place ?? {}
  const properties = {
    file: place && pathOf(place.file).replace(/^\.\//, ''),
    line: start?.line,
    endLine: end?.line,
    // GitHub takes columns only where both ends are on one line.
    ...(start?.line === end?.line ? {col: start?.column, endColumn: end?.column} : {}),
    title: id
  }
  return command(commands[severity], properties, message(problem))
}

function message({reason, expected = [], note}: Pick<Problem, 'expected' | 'note' | 'reason'>): string {
  const near = expected.length === 0 ? [] : [`expected: ${expected.map((each) => `\`${each}\``).join(', ')}`]
  return [reason, ...near, ...(note === undefined ? [] : [`help: ${note}`])].join('\n')
}

function command(name: string, properties: Readonly<Record<string, number | string | undefined>>, text: string) {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapedProperty(String(value))}`]
  )
  return `::${name} ${given.join(',')}::${escaped(text)}`
}

/** As the runner reads it back (actions/toolkit, `command.ts`); nothing of the manuscript can begin a command of its own. */
function escaped(text: string): string {
  return plain(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
