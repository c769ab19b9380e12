import type {Article} from '../../model/article.ts'
import {plainTree} from '../plain/tree.ts'
import {frontMatter} from './front-matter.ts'
import {printed} from './print.ts'

/** A whole article: what is known of it as YAML, then its text. */
export function markdownOf(article: Article): string {
  const plain = plainTree(article)
  const prose = (nodes: Parameters<typeof plain.all>[0]) => printed({type: 'root', children: plain.all(nodes)}).trim()
  return `---\n${frontMatter(article.meta, prose)}---\n\n${printed(plain.body)}`
}
