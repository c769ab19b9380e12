import {createHash} from 'node:crypto'
import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {Format} from '../format.ts'
import {element, present} from './element.ts'
import {issue, journal} from './journal.ts'
import {journalArticle} from './journal-article.ts'
import {complaints, depositOf} from './requirements.ts'

/** A Crossref metadata deposit, schema 5.3.1 (https://www.crossref.org/schemas/crossref5.3.1.xsd). */
export const crossref: Format = {
  name: 'crossref',
  about: 'A Crossref deposit, to register the DOI of a journal article.',
  lacks: complaints,
  async render(article, {slug, report}) {
    for (const problem of complaints(article)) report(problem)
    return new Map([[`${slug}.crossref.xml`, new TextEncoder().encode(`${serialised(batch(article))}\n`)]])
  }
}

const namespaces = {
  xmlns: 'http://www.crossref.org/schema/5.3.1',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:ai': 'http://www.crossref.org/AccessIndicators.xsd',
  'xmlns:fr': 'http://www.crossref.org/fundref.xsd',
  'xmlns:jats': 'http://www.ncbi.nlm.nih.gov/JATS1',
  'xmlns:mml': 'http://www.w3.org/1998/Math/MathML',
  'xmlns:rel': 'http://www.crossref.org/relations.xsd',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xsi:schemaLocation': 'http://www.crossref.org/schema/5.3.1 https://www.crossref.org/schemas/crossref5.3.1.xsd'
}

function batch(article: Article) {
  const body = x('body', [
    x('journal', present([journal(article.meta), issue(article.meta.publication), journalArticle(article)]))
  ])
  const declaration = {type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"'} as const
  return x(undefined, [declaration, x('doi_batch', {...namespaces, version: '5.3.1'}, [head(article, body), body])])
}

function head(article: Article, body: Element): Element {
  const {depositor, email, registrant} = depositOf(article)
  const digest = createHash('sha256').update(serialised(body)).digest('hex')
  return x(
    'head',
    present([
      x('doi_batch_id', digest.slice(0, 32)),
      x('timestamp', timestamp(article)),
      x('depositor', present([element('depositor_name', depositor), element('email_address', email)])),
      element('registrant', registrant)
    ])
  )
}

/**
 * YYYYMMDDHHMMSSmmm. Crossref takes a record again only with a greater stamp, and the same manuscript must give the same
 * one: hence the day of publication, or of the latest revision, and how often the record has been deposited.
 */
function timestamp({meta: {publication}}: Article): string {
  const [latest = ''] = [publication.date, publication.revised]
    .filter((date) => date !== undefined)
    .sort()
    .reverse()
  const [year = '1', month = '01', day = '01'] = latest === '' ? [] : latest.split('-')
  return `${year}${month}${day}${String(publication.deposit?.number ?? 1).padStart(9, '0')}`
}

/** XML 1.0, 2.4: `]]>` must not stand in text; the serialiser lets it. */
function serialised(tree: Parameters<typeof toXml>[0]): string {
  return toXml(tree, {closeEmptyElements: true}).replaceAll(']]>', ']]&gt;')
}
