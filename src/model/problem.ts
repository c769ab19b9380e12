import type {Place} from './place.ts'

/** `error`: the outputs are wrong there. `warning`: they are poorer. `info`: worth knowing. */
export type Severity = 'error' | 'info' | 'warning'

/** One piece of bad news, before anyone has decided how bad. */
export interface Finding {
  /** One sentence, offender in backticks: “Cannot find reference `knuth84`, expected a key of `references.bib`”. */
  readonly reason: string
  readonly place?: Place | undefined
  /** What would have been right: the nearest candidates, best first. */
  readonly expected?: ReadonlyArray<string> | undefined
  /** How to mend it, in Markdown. */
  readonly note?: string | undefined
  /** The other place, where two conflict. */
  readonly cause?: Place | undefined
}

/** The one shape of bad news. `id` names the promise broken, such as `citation-resolves`. */
export interface Problem extends Finding {
  readonly id: string
  readonly severity: Severity
}

/** How a stage hands on bad news; it never throws for what an author can mend. */
export type Report<P extends Finding = Problem> = (problem: P) => void
