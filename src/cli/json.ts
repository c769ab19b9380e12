import type {Problem} from '../model/problem.ts'
import type {WorldError} from '../model/world.ts'
import type {Exit} from './exit.ts'
import {sorted} from './groups.ts'

/** What `--json` prints, for machines; a field is only ever added. */
export interface Summary {
  readonly exit: Exit
  readonly manuscript: string
  readonly outputs: ReadonlyArray<{readonly path: string; readonly bytes: number}>
  readonly problems: ReadonlyArray<Problem>
  /** What the machine refused. */
  readonly failure?: WorldError | undefined
}

/** The summary as one JSON object and a line end: files and places as in `Problem`, sorted by place. */
export function json({exit, manuscript, outputs, problems, failure}: Summary): string {
  const value = {
    version: 1,
    exit,
    manuscript,
    outputs,
    problems: sorted(problems).map(({id, severity, reason, place, expected, note, cause}) => ({
      id,
      severity,
      reason,
      ...place,
      expected,
      note,
      cause
    })),
    failure: failure && {reason: failure.message, note: failure.note}
  }
  return `${JSON.stringify(value, undefined, 2)}\n`
}
