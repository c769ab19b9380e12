import type {Article} from '../model/article.ts'
import type {Problem} from '../model/problem.ts'
import type {Output} from '../model/world.ts'

/** An archive that a journal or repository takes: files of formats, put together under the names that it wants. */
export interface Package {
  readonly name: string
  /** One sentence, for `--help`. */
  readonly about: string
  /** Formats whose files it holds. */
  readonly of: ReadonlyArray<string>
  /** They are of the copy for reviewers who do not know the authors. */
  readonly blind?: boolean
  /** What an article must have before it can be made, and this one has not. */
  lacks?(article: Article): ReadonlyArray<Problem>
  /** The archive, by its path. */
  pack(made: Made): Output
}

/** What there is to be packed. */
export interface Made {
  readonly article: Article
  /** What output files are called. */
  readonly slug: string
  /** Files by the format that made them. */
  readonly files: ReadonlyMap<string, Output>
}
