import type {Meta} from '../model/meta.ts'
import type {Format} from './format.ts'
import {citationKey} from './metadata/citation-key.ts'
import {licenceOf, titleOf} from './metadata/csl-record.ts'
import {line, plain} from './metadata/line.ts'
import {recordName} from './metadata/person-name.ts'

/** The article as an entry that BibTeX and biber read; letters of all scripts as they are, TeX's specials escaped. */
export const bibtex: Format = {
  name: 'bibtex',
  about: 'The article’s own record as BibTeX, for citing it.',
  async render({meta}, {slug}) {
    return new Map([[`${slug}.bib`, new TextEncoder().encode(entry(meta, slug))]])
  }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function entry(meta: Meta, slug: string): string {
  const {publication} = meta
  const [year, month, day] = publication.date?.split('-') ?? []
  const fields: ReadonlyArray<readonly [string, string | undefined]> = [
    ['author', braced(meta.authors.map(({name}) => nameOf(name)).join(' and '))],
    ['author+an:orcid', braced(orcids(meta))],
    ['title', value(titleOf(meta))],
    [publication.journal === undefined ? 'booktitle' : 'journal', value(containerOf(meta))],
    ['publisher', value(publication.publisher)],
    // biblatex and biber take the whole date; BibTeX the year and the month.
    ['date', day === undefined ? undefined : braced(publication.date)],
    ['year', braced(year)],
    ['month', months[Number(month) - 1]],
    ['volume', value(publication.volume)],
    ['number', value(publication.issue)],
    ['pages', value(pagesOf(meta), '--')],
    ['eid', publication.firstPage === undefined ? value(publication.elocation) : undefined],
    ['doi', verbatim(publication.doi)],
    ['issn', value(publication.issn.join(', '))],
    ['isbn', value(publication.isbn)],
    ['url', verbatim(publication.url)],
    ['abstract', value(plain(meta.abstract))],
    ['keywords', value(meta.keywords.map(line).join(', '))],
    ['langid', value(meta.language)],
    ['license', verbatim(licenceOf(meta))]
  ]
  const lines = fields.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name} = ${text}`]))
  return `@${typeOf(meta)}{${citationKey(meta, slug)},\n${lines.join(',\n')}\n}\n`
}

function typeOf({publication}: Meta): string {
  if (publication.journal !== undefined) return 'article'
  return publication.conference === undefined ? 'misc' : 'inproceedings'
}

function containerOf({publication}: Meta): string | undefined {
  return publication.journal ?? publication.conference?.name
}

function pagesOf({publication: {firstPage, lastPage}}: Meta): string {
  return [firstPage, lastPage].flatMap((page) => (page === undefined ? [] : [escaped(line(page))])).join('--')
}

/** “von Last, Jr., First” (BibTeX’s own form); what commas, “and” or small letters would split is in braces. */
function nameOf(name: Meta['authors'][number]['name']): string {
  const parts = recordName(name)
  if ('literal' in parts) return `{${escaped(parts.literal)}}`
  const family = [parts.particle === undefined ? '' : `${escaped(parts.particle)} `, whole(parts.family)].join('')
  const suffix = parts.suffix === undefined ? [] : [whole(parts.suffix)]
  return [family, ...suffix, parts.given === undefined ? '' : whole(parts.given)].join(', ').replace(/, $/, '')
}

function whole(part: string): string {
  return /[,=]|(?:^|\s)and(?:\s|$)/i.test(part) || /(?:^|\s)\p{Ll}/u.test(part) ? `{${escaped(part)}}` : escaped(part)
}

/** biblatex 3.4, data annotations: `1="0000-…"; 2="…"`. */
function orcids({authors}: Meta): string {
  return authors
    .flatMap(({orcid}, index) => (orcid === undefined ? [] : [`${index + 1}="${escaped(line(orcid))}"`]))
    .join('; ')
}

function value(text: string | undefined, written?: '--'): string | undefined {
  return text === undefined ? undefined : braced(written === undefined ? escaped(line(text)) : text)
}

/** Fields that biblatex reads as they stand; braces must still be even. */
function verbatim(text: string | undefined): string | undefined {
  return braced(text && line(text).replace(/[{}\\]/g, encodeURIComponent))
}

function braced(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : `{${text}}`
}

const specials: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  ['"', '\\textquotedbl{}']
])

/** TeX's specials as commands, and the letters that it would join kept apart. */
function escaped(text: string): string {
  return text
    .replace(/[\\{}~^<>|"]/g, (letter) => specials.get(letter) ?? letter)
    .replace(/[%&#$_]/g, '\\$&')
    .replace(/(?<=-)-|(?<=`)`|(?<=')'|(?<=[!?])`/g, '{}$&')
}
