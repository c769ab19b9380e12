import type {Finding, Severity} from '../../model/problem.ts'

/** What is wrong with a bibliography: an `error` where something may be lost or misread, else a warning. */
export interface Complaint extends Finding {
  readonly severity?: Severity | undefined
}
