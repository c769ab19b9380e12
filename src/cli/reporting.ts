import {Misuse} from './misuse.ts'

/** How problems are told: to a person, to GitHub's log of a workflow, or to other programs. */
export const reportings = ['text', 'github', 'sarif', 'json'] as const

export type Reporting = (typeof reportings)[number]

interface Flags {
  readonly format?: Reporting | undefined
  readonly json?: boolean | undefined
}

/** What `--format` and `--json` ask for. Throws `Misuse` where they disagree. */
export function reportingOf({format, json}: Flags): Reporting {
  if (json !== true) return format ?? 'text'
  if (format === undefined || format === 'json') return 'json'
  throw new Misuse(`Unexpected \`--json\` beside \`--format ${format}\`, expected one of them`)
}
