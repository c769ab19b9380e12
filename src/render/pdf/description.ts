import type {Article} from '../../model/article.ts'
import type {Meta} from '../../model/meta.ts'
import {textOf} from '../../util/text.ts'
import {version} from '../../util/version.ts'
import {legal} from './legal.ts'

/** What a PDF says of itself, once; its Info dictionary and its XMP both say it. */
export interface Description {
  readonly title: string
  readonly authors: ReadonlyArray<string>
  /** The abstract. */
  readonly subject: string | undefined
  readonly keywords: ReadonlyArray<string>
  /** Title and abstract in other languages, by BCP 47. */
  readonly translations: ReadonlyArray<{
    readonly language: string
    readonly title: string
    readonly subject: string | undefined
  }>
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
  const rights = licence?.url ?? licence?.text ?? licence?.spdx
  return {
    title: titleOf(meta),
    authors: meta.authors.map(({name}) => line(name.display)),
    subject: meta.abstract && line(textOf(meta.abstract)),
    keywords: meta.keywords.map(line),
    translations: [...meta.translations].map(([language, each]) => ({
      language,
      title: titleOf(each),
      subject: each.abstract && line(textOf(each.abstract))
    })),
    language: meta.language,
    date: publication.date ?? publication.accepted ?? publication.revised ?? publication.received,
    doi: publication.doi,
    rights: rights && line(rights),
    creator: `Offprint ${version}`
  }
}

function titleOf({
  title = [],
  subtitle = []
}: Pick<Meta, 'subtitle'> & {readonly title?: Meta['title'] | undefined}): string {
  return [line(textOf(title)), line(textOf(subtitle))].filter((part) => part !== '').join(': ')
}

function line(text: string): string {
  return legal(text).replace(/\s+/g, ' ').trim()
}
