import type {Meta} from '../model/meta.ts'
import type {Format} from './format.ts'
import {citationKey} from './metadata/citation-key.ts'
import {titleOf} from './metadata/csl-record.ts'
import {line, plain} from './metadata/line.ts'
import {recordName, surname} from './metadata/person-name.ts'

/** The article as a RIS record, one field a line, ended by CR LF, as reference managers exchange them. */
export const ris: Format = {
  name: 'ris',
  about: 'The article’s own record as RIS, for citing it.',
  async render({meta}, {slug}) {
    return new Map([[`${slug}.ris`, new TextEncoder().encode(record(meta, slug))]])
  }
}

function record(meta: Meta, slug: string): string {
  const {publication} = meta
  const [year, month = '', day = ''] = publication.date?.split('-') ?? []
  const fields: ReadonlyArray<readonly [string, string | undefined]> = [
    ['TY', typeOf(meta)],
    ['ID', citationKey(meta, slug)],
    ...meta.authors.map(({name}) => ['AU', nameOf(name)] as const),
    ['TI', titleOf(meta)],
    ['ST', meta.shortTitle],
    ['T2', publication.journal ?? publication.conference?.name],
    ['J2', publication.abbreviation],
    ['PB', publication.publisher],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['VL', publication.volume],
    ['IS', publication.issue],
    ['SP', publication.firstPage ?? publication.elocation],
    ['EP', publication.lastPage],
    ['SN', publication.issn[0] ?? publication.isbn],
    ['DO', publication.doi],
    ['UR', publication.url],
    ['AB', plain(meta.abstract)],
    ...meta.keywords.map((keyword) => ['KW', keyword] as const),
    ['LA', meta.language]
  ]
  const lines = fields.flatMap(([tag, text]) => (text ? [`${tag}  - ${line(text)}`] : []))
  return [...lines, 'ER  - ', ''].join('\r\n')
}

function typeOf({publication}: Meta): string {
  if (publication.journal !== undefined) return 'JOUR'
  return publication.conference === undefined ? 'UNPB' : 'CPAPER'
}

/** “Last, First, Suffix”. */
function nameOf(name: Meta['authors'][number]['name']): string {
  const parts = recordName(name)
  if ('literal' in parts) return parts.literal
  return [surname(parts), parts.given ?? '', parts.suffix ?? ''].join(', ').replace(/(?:, )+$/, '')
}
