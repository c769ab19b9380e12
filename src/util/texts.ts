import type {Nodes, Root} from 'mdast'
import type {Note} from '../model/article.ts'
import type {Meta} from '../model/meta.ts'

/** Every text of an article, in reading order: title, abstract and their like, their translations, body, statements, notes. */
export function textsOf(article: {
  readonly meta: Meta
  readonly body: Root
  readonly notes?: ReadonlyArray<Note>
}): ReadonlyArray<Nodes> {
  const {meta, body, notes = []} = article
  return [...frontTexts(meta), body, ...backTexts(meta), ...notes.flatMap((note) => note.children)]
}

function frontTexts(meta: Meta): ReadonlyArray<Nodes> {
  const translations = [...meta.translations.values()]
  return [
    ...meta.title,
    ...(meta.subtitle ?? []),
    ...some(meta.abstract),
    ...some(meta.graphicalAbstract),
    ...some(meta.plainSummary),
    ...(meta.beside?.products.flat() ?? []),
    ...translations.flatMap(({title = [], subtitle = [], abstract}) => [...title, ...subtitle, ...some(abstract)])
  ]
}

function backTexts(meta: Meta): ReadonlyArray<Nodes> {
  return [...(meta.statements?.values() ?? [])]
}

function some<T>(value: T | undefined): ReadonlyArray<T> {
  return value === undefined ? [] : [value]
}
