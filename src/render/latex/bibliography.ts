import type {Article} from '../../model/article.ts'
import type {State} from './state.ts'

/** The works cited as BibTeX, under the names that the text cites them by; for who would rather have BibTeX make the list. */
export async function bibtexOf({references}: Article, {works}: State): Promise<string | undefined> {
  if (references.length === 0) return undefined
  const {plugins} = await import('@citation-js/core')
  await import('@citation-js/plugin-bibtex')
  const {format} = plugins.config.get('@bibtex')
  Object.assign(format, {asciiOnly: false, checkLabel: false, useIdAsLabel: true})
  const items = references.map(({key, csl}) => ({...csl, id: works.get(key)?.name ?? key}))
  return plugins.output.format('bibtex', items)
}
