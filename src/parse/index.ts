import type {Draft} from '../model/article.ts'
import type {Manuscript} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'

/** Read Markdown, front matter and bibliographies: what the author wrote, typed, with positions. */
export async function parse(_manuscript: Manuscript, _report: Report): Promise<Draft> {
  throw new Error('not yet')
}
