import type {TextSource} from '../../model/manuscript.ts'
import type {Report} from '../../model/problem.ts'
import type {Complaint} from './complaint.ts'
import {yearMonthDay} from './dates.ts'
import type {Found} from './found.ts'
import type {TaggedRecord} from './records.ts'
import {recordsOf} from './records.ts'

const format = {line: /^([A-Z]{2,4}) *- ?(.*)$/, first: 'PMID'}

/** Read PubMed's nbib, the MEDLINE display format (https://www.nlm.nih.gov/bsd/mms/medlineelements.html). */
export function readPubmed(source: TextSource, complain: Report<Complaint>): ReadonlyArray<Found> {
  return recordsOf(source, format, complain).map(({tags, place}) => ({value: itemOf(tags), place}))
}

function itemOf(tags: TaggedRecord['tags']): unknown {
  const one = (...names: ReadonlyArray<string>) => names.map((name) => tags.get(name)?.[0]).find((value) => value)
  const doi = [...(tags.get('LID') ?? []), ...(tags.get('AID') ?? [])].find((id) => id.endsWith('[doi]'))
  const isBook = (tags.get('PT') ?? []).some((type) => /book/i.test(type)) && one('JT') === undefined
  return {
    type: isBook ? 'book' : 'article-journal',
    title: (one('TI', 'BTI') ?? '').replace(/\.$/, ''),
    author: people(tags.get('FAU') ?? tags.get('AU') ?? [], tags.get('CN') ?? []),
    editor: people(tags.get('FED') ?? [], []),
    'container-title': one('JT'),
    'container-title-short': one('TA'),
    volume: one('VI'),
    issue: one('IP'),
    page: one('PG') ?? doi?.match(/(\S+) \[pii\]/)?.[1],
    issued: dated(one('DP') ?? ''),
    abstract: one('AB'),
    publisher: one('PB'),
    'publisher-place': isBook ? one('PL') : undefined,
    ISSN: one('IS')?.replace(/ .*/, ''),
    ISBN: one('ISBN')?.replace(/ .*/, ''),
    language: one('LA')?.replace('eng', 'en').replace('rus', 'ru').replace('uzb', 'uz'),
    PMID: one('PMID'),
    PMCID: one('PMC'),
    DOI: doi?.replace(/\s*\[doi\]$/, ''),
    id: one('PMID') === undefined ? undefined : `pmid${one('PMID')}`
  }
}

/** “Lee, Bo” or “Lee B”; groups are literals. */
function people(names: ReadonlyArray<string>, groups: ReadonlyArray<string>): ReadonlyArray<unknown> {
  const persons = names.map((name) => {
    const [family = '', given = ''] = name.includes(',') ? name.split(/\s*,\s*/) : name.split(/ (?=\S+$)/)
    return given === '' ? {literal: family} : {family, given}
  })
  return [...persons, ...groups.map((literal) => ({literal}))]
}

/** “2020 Mar 5”, “2020 Mar-Apr”, “2020 Winter”. */
function dated(typed: string): unknown {
  const [, year = '', rest = ''] = /^(\d{4})\s*(.*)$/.exec(typed) ?? []
  return year === '' ? typed || undefined : yearMonthDay(year, rest, '').date
}
