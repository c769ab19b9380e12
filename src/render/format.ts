import type {Article} from '../model/article.ts'
import type {Problem, Report} from '../model/problem.ts'
import type {Output, World} from '../model/world.ts'

/** A way out: one file or folder beside this one, and a line in `index.ts`. */
export interface Format {
  readonly name: string
  /** One sentence, for `--help`. */
  readonly about: string
  /** It waits for the browser, and is begun before the others. */
  readonly prints?: boolean
  /** What an article must have before it can be made, and this one has not: what a registry insists on. */
  lacks?(article: Article): ReadonlyArray<Problem>
  /** Give files by path; `context.slug` is the base of their names. */
  render(article: Article, context: Context): Promise<Output>
}

export interface Context {
  /** `paper`: what output files are called. */
  readonly slug: string
  /** What has been found so far: a format may mark a draft, never decide. */
  readonly problems: ReadonlyArray<Problem>
  readonly report: Report
  readonly print: World['print']
  /** Told by a format that prints when the browser begins to be busy for a while: the others are made meanwhile. */
  readonly onWait?: (() => void) | undefined
  readonly resources: World['resources']
  readonly now: World['now']
}
