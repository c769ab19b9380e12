import type {CslItem, Library} from '../../../src/model/article.ts'
import type {Problem} from '../../../src/model/problem.ts'
import {bibliography} from '../../../src/parse/bibliography/index.ts'

export interface Read {
  readonly library: Library
  readonly problems: ReadonlyArray<Problem>
  /** As `line:column reason`. */
  readonly told: ReadonlyArray<string>
}

/** Read bibliographies of these names and texts; `inline` as if in the front matter. */
export async function read(
  files: Readonly<Record<string, string>>,
  inline?: unknown,
  options?: Parameters<typeof bibliography>[3]
): Promise<Read> {
  const problems: Array<Problem> = []
  const sources = Object.entries(files).map(([path, text]) => ({path, text, bytes: new Uint8Array()}))
  const written = inline === undefined ? undefined : {value: inline, place: {file: 'paper.md'}}
  const library = await bibliography(sources, written, (problem) => void problems.push(problem), options)
  const told = problems.map(({place, reason}) => `${place?.start?.line}:${place?.start?.column} ${reason}`)
  return {library, problems, told}
}

/** The only item of a BibTeX file. */
export async function item(bib: string, options?: Parameters<typeof bibliography>[3]): Promise<CslItem> {
  const {library} = await read({'refs.bib': bib}, undefined, options)
  const [first] = library.values()
  if (first === undefined || library.size !== 1) throw new Error(`Expected one entry, found ${library.size}`)
  return first.csl
}
