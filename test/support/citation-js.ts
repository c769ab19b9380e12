import {createRequire} from 'node:module'
import type {CslItem} from '../../src/model/article.ts'

interface CitationJs {
  readonly Cite: new (text: string) => {readonly data: ReadonlyArray<CslItem>}
}

const load = createRequire(import.meta.url)

/** What citation-js reads from BibTeX, RIS or CSL-JSON, without what it notes about its own reading. */
export function readBack(text: string): ReadonlyArray<CslItem> {
  const {Cite} = load('@citation-js/core') as CitationJs
  load('@citation-js/plugin-bibtex')
  load('@citation-js/plugin-ris')
  return new Cite(text).data.map(({_graph, 'citation-key': _key, ...item}) => item as CslItem)
}
