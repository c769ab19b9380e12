import type {Place} from '../model/place.ts'
import type {Problem, Severity} from '../model/problem.ts'
import type {Colour} from './colour.ts'
import {frame} from './frame.ts'
import {grouped} from './grouped.ts'
import type {Group} from './groups.ts'
import {groups} from './groups.ts'
import {plain} from './plain.ts'

export interface ProblemTextOptions {
  /** The text of the files that problems name, for the lines shown. */
  readonly sources: ReadonlyMap<string, string>
  /** How to name a file to the person, such as with the manuscript's folder before it. */
  readonly pathOf: (file: string) => string
  readonly colour: Colour
  /** Width of the terminal. */
  readonly columns?: number | undefined
}

/** Of one id, so many are shown. */
const mostOfOne = 20
const mostPlaces = 5
const colours = {error: 'red', warning: 'yellow', info: 'blue'} as const
const words = {error: 'error', warning: 'warning', info: 'note'} as const satisfies Record<Severity, string>

/**
 * Problems as a person reads them: `file:line:column severity reason id`, the line with marks below it, what was
 * expected, how to mend it. Sorted; what is said of many places is said once; of one kind at most twenty are shown.
 */
export function problemText(problems: ReadonlyArray<Problem>, options: ProblemTextOptions): string {
  const shown = new Map<string, number>()
  const parts = groups(problems).flatMap((group) => {
    const count = (shown.get(group.problem.id) ?? 0) + 1
    shown.set(group.problem.id, count)
    return count > mostOfOne ? [] : [groupText(group, options)]
  })
  const rest = [...shown].flatMap(([id, count]) =>
    count > mostOfOne ? [`… and ${grouped(count - mostOfOne)} more of ${id}; \`--json\` lists them all\n`] : []
  )
  return [...parts, ...rest].join('\n')
}

/** “1 error, 2 warnings”; `undefined` for none. */
export function tally(problems: ReadonlyArray<Problem>): string | undefined {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return count === 0 ? [] : [`${grouped(count)} ${words[severity]}${count === 1 ? '' : 's'}`]
  })
  return counts.length === 0 ? undefined : counts.join(', ')
}

function groupText({problem, others}: Group, options: ProblemTextOptions): string {
  const {colour, pathOf} = options
  const {severity, reason, id, place, expected, note, cause} = problem
  const at = place === undefined ? '' : `${colour('bold', placeText(place, pathOf))} `
  const head = `${at}${colour(colours[severity], words[severity])} ${plain(reason)} ${colour('dim', id)}`
  const details = [
    others.length > 0 ? ['also at', alsoAt(others, pathOf)] : undefined,
    expected !== undefined && expected.length > 0
      ? ['expected', expected.map((each) => `\`${each}\``).join(', ')]
      : undefined,
    cause === undefined ? undefined : ['see', placeText(cause, pathOf)],
    note === undefined ? undefined : ['help', note]
  ]
  const lines = details.flatMap((detail) =>
    detail === undefined
      ? []
      : [`  ${colour('dim', `${detail[0]}:`)} ${plain(detail[1] ?? '').replaceAll('\n', '\n    ')}`]
  )
  return `${[head, ...frameLines(place, options), ...lines].join('\n').replace(/ +$/gm, '')}\n`
}

function frameLines(place: Place | undefined, options: ProblemTextOptions): ReadonlyArray<string> {
  const source = place === undefined ? undefined : options.sources.get(place.file)
  if (place?.start === undefined || source === undefined) return []
  const number = String(place.start.line)
  const found = frame(source, place, Math.max(40, (options.columns ?? 100) - number.length - 7))
  if (found === undefined || found.line === '') return []
  const {colour} = options
  return [
    `  ${colour('dim', `${number} |`)} ${found.line}`,
    `  ${colour('dim', `${' '.repeat(number.length)} |`)} ${colour('red', found.marks)}`
  ]
}

function alsoAt(places: ReadonlyArray<Place>, pathOf: (file: string) => string): string {
  const shown = places.slice(0, mostPlaces).map((place) => placeText(place, pathOf))
  const more = places.length - shown.length
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${grouped(more)} more`
}

/** `manuscript/paper.md:3:1`. */
function placeText({file, start}: Place, pathOf: (file: string) => string): string {
  const path = plain(pathOf(file))
  return start === undefined ? path : `${path}:${start.line}:${start.column}`
}
