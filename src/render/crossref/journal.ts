import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Meta, Publication} from '../../model/meta.ts'
import {date, element, present} from './element.ts'

/** `journal_metadata`: title, its abbreviation, ISSNs. */
export function journal({publication}: Meta): Element {
  return x(
    'journal_metadata',
    present([
      element('full_title', publication.journal),
      element('abbrev_title', publication.abbreviation),
      ...publication.issn.map((number) => element('issn', number, {media_type: 'electronic'}))
    ])
  )
}

/** `journal_issue`, where the article stands in a volume or an issue. */
export function issue(publication: Publication): Element | undefined {
  const volume = element('volume', publication.volume)
  const number = element('issue', publication.issue)
  if (volume === undefined && number === undefined) return undefined
  return x(
    'journal_issue',
    present([
      date('publication_date', publication.date),
      volume === undefined ? undefined : x('journal_volume', [volume]),
      number
    ])
  )
}
