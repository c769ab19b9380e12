import type {Article} from '../model/article.ts'
import type {Finding, Report, Severity} from '../model/problem.ts'
import type {Options, RuleSetting} from '../model/template.ts'

/** A promise that a manuscript keeps. One file in `rules/`, one line in `index.ts`. */
export interface Rule<Defaults extends Options = Options> {
  /** The promise kept, such as `citation-resolves`. */
  readonly id: string
  /** The promise in a sentence, and why a reader or an editor cares. */
  readonly about: string
  /** Unless the template says otherwise. */
  readonly severity: Severity
  /** Options with their defaults; also their schema. */
  readonly defaults: Defaults
  check(article: Article, report: Report<Finding>, options: Defaults): void
  /** Its tests, and its documentation: at least one that is clean and one that is not. */
  readonly examples: ReadonlyArray<RuleExample>
}

interface RuleExample {
  /** A whole manuscript. */
  readonly markdown: string
  /** Beside it, by path. */
  readonly files?: Readonly<Record<string, string>>
  /** What the template wishes, by rule. */
  readonly settings?: Readonly<Record<string, RuleSetting>>
  /** `line:column reason`, or `reason` for what has no place; none if all is well. */
  readonly problems: ReadonlyArray<string>
}
