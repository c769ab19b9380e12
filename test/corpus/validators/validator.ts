import type {Article} from '../../../src/model/article.ts'
import type {Output} from '../../../src/model/world.ts'

/** What was made of one manuscript. */
export interface Made {
  readonly article: Article
  readonly output: Output
  /** What its files are called. */
  readonly slug: string
}

/** A judge of one format that is not ours. */
export interface Validator {
  readonly name: string
  /** Why it cannot be run here; `undefined` if it can. */
  absent(): Promise<string | undefined>
  /** What it finds wrong. Throws if it cannot tell. */
  findings(made: Made): Promise<ReadonlyArray<string>>
}

/** A file of an output. */
export function bytesOf({output, slug}: Made, extension: string): Uint8Array {
  const bytes = output.get(`${slug}.${extension}`)
  if (bytes === undefined) throw new Error(`there is no ${slug}.${extension}`)
  return bytes
}

/** A file of an output, read as UTF-8. */
export function textOfFile(made: Made, extension: string): string {
  return new TextDecoder('utf-8', {fatal: true}).decode(bytesOf(made, extension))
}
