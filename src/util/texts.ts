import type {Nodes, Root} from 'mdast'
import type {Note} from '../model/article.ts'
import type {Meta} from '../model/meta.ts'

/** Every text of an article, in reading order: title, abstract, their translations, body, notes. */
export function textsOf(article: {
  readonly meta: Meta
  readonly body: Root
  readonly notes?: ReadonlyArray<Note>
}): ReadonlyArray<Nodes> {
  const {meta, body, notes = []} = article
  const front = [...meta.title, ...(meta.subtitle ?? []), ...(meta.abstract === undefined ? [] : [meta.abstract])]
  const translated = [...meta.translations.values()].flatMap(({title, abstract}) => [
    ...(title ?? []),
    ...(abstract === undefined ? [] : [abstract])
  ])
  return [...front, ...translated, body, ...notes.flatMap((note) => note.children)]
}
