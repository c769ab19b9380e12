import type {Place} from '../model/place.ts'
import type {Problem, Severity} from '../model/problem.ts'
import type {Rule} from '../validate/index.ts'
import {sorted} from './groups.ts'
import type {Summary} from './json.ts'
import {plain} from './plain.ts'
import {version} from './version.ts'

const levels = {error: 'error', warning: 'warning', info: 'note'} as const satisfies Record<Severity, string>

export interface SarifOptions {
  readonly rules: ReadonlyArray<Rule>
  /** The path from where the command runs, which for code scanning is the repository. */
  readonly pathOf: (file: string) => string
}

/** Problems as a log of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), sorted by place. */
export function sarif({problems, failure, exit}: Summary, {rules, pathOf}: SarifOptions): string {
  const descriptors = descriptorsOf(rules, problems)
  const indices = new Map(descriptors.map(({id}, index) => [id, index]))
  const invocation = {
    executionSuccessful: failure === undefined,
    exitCode: exit,
    ...(failure && {toolExecutionNotifications: [{level: 'error', message: {text: wordsOf(failure.message)}}]})
  }
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'Offprint', version, semanticVersion: version, rules: descriptors}},
        columnKind: 'utf16CodeUnits',
        invocations: [invocation],
        results: sorted(problems).map((problem) => result(problem, indices, pathOf))
      }
    ]
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

interface Descriptor {
  readonly id: string
}

/** Every rule, and by its id alone what was found while the manuscript was read. */
function descriptorsOf(rules: ReadonlyArray<Rule>, problems: ReadonlyArray<Problem>): ReadonlyArray<Descriptor> {
  const known = new Set(rules.map(({id}) => id))
  const others = new Set(problems.flatMap(({id}) => (known.has(id) ? [] : [id])))
  return [...rules.map(descriptor), ...[...others].sort().map((id) => ({id}))]
}

function descriptor({id, about, severity, examples}: Rule): Descriptor {
  const shown = examples.find(({problems}) => problems.length > 0)
  const example = shown && {
    text: `\n\nFor example, this earns “${shown.problems[0]}”:\n\n${shown.markdown}`,
    markdown: `\n\nFor example, this earns “${shown.problems[0]}”:\n\n${fenced(shown.markdown)}`
  }
  return {
    id,
    shortDescription: {text: about},
    help: {text: wordsOf(about + (example?.text ?? '')), markdown: about + (example?.markdown ?? '')},
    defaultConfiguration: {level: levels[severity]}
  } as Descriptor
}

/** In a fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}markdown\n${text}\n${fence}`
}

function result(problem: Problem, indices: ReadonlyMap<string, number>, pathOf: SarifOptions['pathOf']) {
  const {id, severity, reason, expected = [], note, place, cause} = problem
  const near = expected.length === 0 ? [] : [`expected: ${expected.map((each) => `\`${each}\``).join(', ')}`]
  const text = [reason, ...near, ...(note === undefined ? [] : [`help: ${note}`])].join('\n')
  return {
    ruleId: id,
    ruleIndex: indices.get(id),
    level: levels[severity],
    message: {text: wordsOf(text)},
    locations: place === undefined ? [] : [location(place, pathOf)],
    ...(cause && {relatedLocations: [{id: 0, ...location(cause, pathOf), message: {text: 'the other place'}}]})
  }
}

function location({file, start, end}: Place, pathOf: SarifOptions['pathOf']) {
  const region = start && {
    startLine: start.line,
    startColumn: start.column,
    ...(end && {endLine: end.line, endColumn: end.column})
  }
  return {physicalLocation: {artifactLocation: {uri: addressOf(pathOf(file))}, ...(region && {region})}}
}

/** A path as a relative reference of RFC 3986, or as an address if it is absolute. */
function addressOf(path: string): string {
  const parts = path.toWellFormed().replaceAll('\\', '/').split('/').map(encodeURIComponent)
  const reference = parts.join('/').replace(/^\.\//, '')
  if (reference.startsWith('/')) return `file://${reference}`
  return /^[A-Za-z]%3A\//.test(reference) ? `file:///${reference.replace('%3A', ':')}` : reference
}

/** What a reader of SARIF shows as it stands: neither a placeholder (§3.11.5) nor a link (§3.11.6). */
function wordsOf(text: string): string {
  return plain(text)
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replaceAll('](', '\\](')
}
