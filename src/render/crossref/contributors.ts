import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Affiliation, Author, Meta} from '../../model/meta.ts'
import {recordName, surname} from '../metadata/person-name.ts'
import {element, present} from './element.ts'

/** `contributors`: people with their institutions and ORCID, and organisations. */
export function contributors({authors, affiliations}: Meta): Element | undefined {
  if (authors.length === 0) return undefined
  return x(
    'contributors',
    present(authors.map((author, index) => contributor(author, index === 0 ? 'first' : 'additional', affiliations)))
  )
}

function contributor(
  author: Author,
  sequence: 'additional' | 'first',
  known: ReadonlyArray<Affiliation>
): Element | undefined {
  const attributes = {sequence, contributor_role: 'author'}
  const name = recordName(author.name)
  if (author.group === true) {
    return element('organization', 'literal' in name ? name.literal : author.name.display, attributes)
  }
  // A single name is a surname to Crossref.
  const {family, given, suffix} = 'literal' in name ? {family: name.literal} : {...name, family: surname(name)}
  const own = known.filter(({id}) => author.affiliations.includes(id)).map(institution)
  return x(
    'person_name',
    attributes,
    present([
      element('given_name', given),
      element('surname', family),
      element('suffix', suffix),
      own.length === 0 ? undefined : x('affiliations', own),
      element('ORCID', isOrcid(author.orcid) ? `https://orcid.org/${author.orcid}` : undefined)
    ])
  )
}

/** What has another form is told, and would have the whole deposit refused. */
function isOrcid(orcid: string | undefined): boolean {
  return orcid !== undefined && /^(?:\d{4}-){3}\d{3}[\dX]$/.test(orcid)
}

function institution({name, ror, city, country, department}: Affiliation): Element {
  const place = [city, country].filter((part) => part !== undefined).join(', ')
  return x(
    'institution',
    present([
      element('institution_name', name),
      element('institution_id', ror, {type: 'ror'}),
      element('institution_place', place),
      element('institution_department', department)
    ])
  )
}
