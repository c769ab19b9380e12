import type {Manuscript} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {World} from '../model/world.ts'

/** What the caller asks for over the manuscript's head. */
export interface LoadOptions {
  /** A template's id; else the front matter's `template`, else `article`. */
  readonly template?: string | undefined
}

/** Find and read all that the article is made of. `undefined`, and an error reported, if there is nothing to build from. */
export async function load(_world: World, _options: LoadOptions, _report: Report): Promise<Manuscript | undefined> {
  return undefined
}
