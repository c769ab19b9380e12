import type {Article, Draft} from '../model/article.ts'

/** Number everything, then resolve cross-references and citations into the tree. */
export async function enrich(_draft: Draft): Promise<Article> {
  throw new Error('not yet')
}
