import type {TextSource} from '../../model/manuscript.ts'
import type {Report} from '../../model/problem.ts'
import type {Complaint} from './complaint.ts'
import type {Found} from './found.ts'
import {recordsOf} from './records.ts'

const format = {line: /^\s*([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*)|\s*)$/, first: 'TY', last: 'ER'}

/** Read RIS through citation-js, record by record; the key is that of `ID` where there is one. */
export async function readRis(source: TextSource, complain: Report<Complaint>): Promise<ReadonlyArray<Found>> {
  const records = recordsOf(source, format, complain)
  const {plugins} = await import('@citation-js/core')
  await import('@citation-js/plugin-ris')
  return records.flatMap(({tags, text, place}): ReadonlyArray<Found> => {
    try {
      const [record] = plugins.input.data(text, '@ris/file')
      if (record === undefined) throw new Error('no record')
      const item: unknown = plugins.input.data(record, '@ris/record')
      const id = tags.get('ID')?.[0] || undefined
      return [{value: {...(item as object), id}, place}]
    } catch (cause) {
      const note = cause instanceof Error ? cause.message : undefined
      complain({
        severity: 'error',
        reason: `Cannot read the RIS record \`${(tags.get('TY') ?? []).join()}\``,
        place,
        note
      })
      return []
    }
  })
}
