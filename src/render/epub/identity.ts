import {createHash} from 'node:crypto'
import type {Meta} from '../../model/meta.ts'
import {line, plain} from '../metadata/line.ts'

/** The day on which a book was last changed that does not say so: the first that a ZIP archive can hold. */
const unknown = '1980-01-01'

/** What a book is known by: its DOI, else a UUID (RFC 9562, version 8) that follows from language, title and authors. */
export function identifierOf(meta: Meta): string {
  const doi = line(meta.publication.doi ?? '')
  if (doi !== '') return `https://doi.org/${encodeURI(doi)}`
  const names = meta.authors.map(({name}) => name.display)
  const key = JSON.stringify([meta.language, plain([...meta.title]) ?? '', names])
  const hex = createHash('sha256').update(key).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}

/** When the text was last changed, by the manuscript's own dates: the clock would make every build another book. */
export function modifiedOf({publication}: Meta): string {
  const {date, accepted, revised, received} = publication
  const days = [date, accepted, revised, received].map((day) => wholeDay(day))
  return `${days.find((day) => day !== undefined) ?? unknown}T00:00:00Z`
}

/** `2025-03` → `2025-03-01`; `undefined` for what is no date. */
function wholeDay(date: string | undefined): string | undefined {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date ?? '') ?? []
  const whole = `${year}-${month}-${day}`
  return year === undefined || Number.isNaN(Date.parse(whole)) ? undefined : whole
}
