import type {Article} from '../../model/article.ts'
import {textOf} from '../../util/text.ts'
import {version} from '../../util/version.ts'

/** What a PDF says of itself, once; its Info dictionary and its XMP both say it. */
export interface Description {
  readonly title: string
  readonly authors: ReadonlyArray<string>
  /** The abstract. */
  readonly subject: string | undefined
  readonly keywords: ReadonlyArray<string>
  /** BCP 47. */
  readonly language: string
  /** ISO 8601, as precise as the manuscript has it. */
  readonly date: string | undefined
  readonly doi: string | undefined
  readonly rights: string | undefined
  readonly creator: string
}

/** Describe the article. Its date is the manuscript's: that of the build would make every build another file. */
export function describe({meta}: Article): Description {
  const {publication, licence} = meta
  const subtitle = meta.subtitle === undefined ? '' : line(textOf(meta.subtitle))
  return {
    title: [line(textOf(meta.title)), subtitle].filter((part) => part !== '').join(': '),
    authors: meta.authors.map(({name}) => line(name.display)),
    subject: meta.abstract && line(textOf(meta.abstract)),
    keywords: meta.keywords.map(line),
    language: meta.language,
    date: publication.date ?? publication.accepted ?? publication.revised ?? publication.received,
    doi: publication.doi,
    rights: licence?.url ?? licence?.text ?? licence?.spdx,
    creator: `Offprint ${version}`
  }
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
