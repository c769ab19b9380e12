import type {Format} from './format.ts'
import {cslRecord} from './metadata/csl-record.ts'

/** The article as a list of one CSL-JSON item, which Zotero, pandoc and citation processors read. */
export const cslJson: Format = {
  name: 'csl-json',
  about: 'The article’s own record as CSL-JSON, for citing it.',
  async render({meta}, {slug}) {
    const text = `${JSON.stringify([cslRecord(meta, slug)], undefined, 2)}\n`
    return new Map([[`${slug}.csl.json`, new TextEncoder().encode(text)]])
  }
}
