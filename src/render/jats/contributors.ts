import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Affiliation, Author, Meta, Name} from '../../model/meta.ts'
import {xmlText} from './inline.ts'
import {present, type State} from './state.ts'

/** `contrib-group` and the affiliations that its `xref`s point at (JATS4R Authors and affiliations). */
export function contributors(meta: Meta, state: State): Array<Element> {
  if (meta.authors.length === 0) return []
  const equal = meta.authors.filter((author) => author.equalContribution).length > 1
  const contribs = meta.authors.map((author) => contributor(author, equal, state))
  const affiliations = meta.affiliations.map((affiliation, index) => aff(affiliation, String(index + 1), state))
  return [x('contrib-group', contribs), ...affiliations]
}

/** Notes about the authors: whom to write to. */
export function authorNotes(meta: Meta, state: State): Element | undefined {
  const corresponding = meta.authors.filter((author) => author.corresponding && author.email !== undefined)
  if (corresponding.length === 0) return undefined
  const notes = corresponding.map((author) =>
    x('corresp', {id: correspondence(author, state)}, [x('email', xmlText(author.email ?? ''))])
  )
  return x('author-notes', notes)
}

function contributor(author: Author, equal: boolean, state: State): Element {
  const attributes = {
    'contrib-type': 'author',
    ...(author.corresponding ? {corresp: 'yes'} : {}),
    ...(equal && author.equalContribution ? {'equal-contrib': 'yes'} : {}),
    ...(author.deceased ? {deceased: 'yes'} : {})
  }
  const orcid = author.orcid && x('contrib-id', {'contrib-id-type': 'orcid'}, `https://orcid.org/${author.orcid}`)
  const known = state.article.meta.affiliations
  return x('contrib', attributes, [
    ...present([
      orcid || undefined,
      name(author.name),
      text('degrees', author.degrees),
      text('role', author.position),
      ...author.roles.map(credit),
      author.corresponding ? undefined : text('email', author.email),
      ...author.affiliations.map((id) => {
        const index = known.findIndex((affiliation) => affiliation.id === id)
        return index < 0
          ? undefined
          : x('xref', {'ref-type': 'aff', rid: state.id(`aff-${id}`)}, [x('sup', String(index + 1))])
      }),
      author.corresponding && author.email !== undefined
        ? x('xref', {'ref-type': 'corresp', rid: correspondence(author, state)}, '*')
        : undefined
    ])
  ])
}

function correspondence(author: Author, state: State): string {
  return state.id(`corresp-${state.article.meta.authors.indexOf(author) + 1}`)
}

function name({given, middle, family, particle, suffix, literal, display}: Name): Element {
  if (family === undefined) {
    return literal === undefined ? x('string-name', xmlText(display)) : x('collab', xmlText(literal))
  }
  const surname = [particle, family].filter((part) => part !== undefined).join(' ')
  // JATS has no element for a patronymic: it belongs to the given names.
  const givenNames = [given, middle].filter((part) => part !== undefined).join(' ')
  return x('name', present([text('surname', surname), text('given-names', givenNames), text('suffix', suffix)]))
}

/** A CRediT role with its vocabulary (ANSI/NISO Z39.104-2022). */
function credit(term: string): Element {
  const slug = term
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
  const vocabulary = {vocab: 'credit', 'vocab-identifier': 'https://credit.niso.org/', 'vocab-term': term}
  return x(
    'role',
    {...vocabulary, 'vocab-term-identifier': `https://credit.niso.org/contributor-roles/${slug}/`},
    xmlText(term)
  )
}

function aff(affiliation: Affiliation, label: string, state: State): Element {
  const {department, ror} = affiliation
  return x('aff', {id: state.id(`aff-${affiliation.id}`)}, [
    x('label', label),
    x('institution-wrap', [
      ...present([
        ror === undefined ? undefined : x('institution-id', {'institution-id-type': 'ror'}, xmlText(ror)),
        x('institution', xmlText(affiliation.name))
      ])
    ]),
    ...present([
      department === undefined ? undefined : x('institution', {'content-type': 'dept'}, xmlText(department)),
      text('addr-line', affiliation.address),
      text('city', affiliation.city),
      text('state', affiliation.region),
      text('postal-code', affiliation.postcode),
      text('country', affiliation.country)
    ])
  ])
}

function text(element: string, value: string | undefined): Element | undefined {
  return value === undefined || value === '' ? undefined : x(element, xmlText(value))
}
