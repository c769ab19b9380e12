import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Library} from '../../model/article.ts'

/** Let each citation by another key of an entry (BibLaTeX's `ids`) name the entry's own. Writes to the items of the trees' citations. */
export function citeByAlias(trees: ReadonlyArray<Root>, library: Library): void {
  const keys = new Map([...library.values()].flatMap(({key, aliases = []}) => aliases.map((alias) => [alias, key])))
  if (keys.size === 0) return
  for (const tree of trees) {
    visit(tree, 'citation', (citation) => {
      citation.items = citation.items.map((item) => {
        const key = library.has(item.key) ? undefined : keys.get(item.key)
        return key === undefined ? item : {...item, key}
      })
    })
  }
}
