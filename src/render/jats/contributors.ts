import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Affiliation, AffiliationText, Author, Meta, Name} from '../../model/meta.ts'
import {countryCode} from '../../util/country-code.ts'
import {text} from './element.ts'
import {xmlText} from './inline.ts'
import {present, type State} from './state.ts'
import type {Statement} from './statements.ts'
import {interests} from './statements.ts'

/** `contrib-group` and the affiliations that its `xref`s point at (JATS4R Authors and affiliations). */
export function contributors(meta: Meta, state: State): Array<Element> {
  if (meta.authors.length === 0) return []
  const equal = meta.authors.filter((author) => author.equalContribution).length > 1
  const contribs = meta.authors.map((author) => contributor(author, equal, state))
  const affiliations = meta.affiliations.map((affiliation, index) => aff(affiliation, String(index + 1), state))
  return [x('contrib-group', contribs), ...affiliations]
}

/** Notes about the authors: whom to write to, what else there is to say of one, and their interests. */
export function authorNotes(meta: Meta, statements: ReadonlyArray<Statement>, state: State): Element {
  const corresponding = meta.authors.filter((author) => author.corresponding && author.email !== undefined)
  const addresses = corresponding.map((author) =>
    x('corresp', {id: correspondence(author, state)}, [x('email', xmlText(author.email ?? ''))])
  )
  const notes = meta.authors.flatMap((author) =>
    (author.notes ?? []).map((note, index) =>
      x(
        'fn',
        {id: noteId(author, index, state), 'fn-type': note === author.presentAddress ? 'present-address' : 'other'},
        [x('p', xmlText(note))]
      )
    )
  )
  return x('author-notes', [...addresses, ...notes, ...interests(statements, state)])
}

function contributor(author: Author, equal: boolean, state: State): Element {
  const attributes = {
    'contrib-type': 'author',
    ...(author.corresponding ? {corresp: 'yes'} : {}),
    ...(equal && author.equalContribution ? {'equal-contrib': 'yes'} : {}),
    ...(author.deceased ? {deceased: 'yes'} : {})
  }
  const orcid = author.orcid && x('contrib-id', orcidAttributes(author), xmlText(`https://orcid.org/${author.orcid}`))
  const known = state.article.meta.affiliations
  return x('contrib', attributes, [
    ...present([
      orcid || undefined,
      ...[...(author.identifiers ?? [])].map(([type, value]) => text('contrib-id', value, {'contrib-id-type': type})),
      names(author),
      text('degrees', author.degrees),
      text('role', author.position),
      ...author.roles.map(credit),
      biography(author),
      author.corresponding ? undefined : text('email', author.email),
      author.url === undefined
        ? undefined
        : text('uri', author.url, {'xlink:href': xmlText(author.url), 'xlink:title': xmlText(author.name.display)}),
      ...author.affiliations.map((id) => {
        const index = known.findIndex((affiliation) => affiliation.id === id)
        return index < 0
          ? undefined
          : x('xref', {'ref-type': 'aff', rid: state.id(`aff-${id}`)}, [x('sup', String(index + 1))])
      }),
      author.corresponding && author.email !== undefined
        ? x('xref', {'ref-type': 'corresp', rid: correspondence(author, state)}, '*')
        : undefined,
      ...(author.notes ?? []).map((_, index) => x('xref', {'ref-type': 'fn', rid: noteId(author, index, state)}))
    ])
  ])
}

function orcidAttributes({orcidAuthenticated}: Author): Record<string, string> {
  if (orcidAuthenticated === undefined) return {'contrib-id-type': 'orcid'}
  return {'contrib-id-type': 'orcid', authenticated: String(orcidAuthenticated)}
}

function biography({biography: words}: Author): Element | undefined {
  return words === undefined ? undefined : x('bio', present([text('p', words)]))
}

function noteId(author: Author, index: number, state: State): string {
  return state.id(`author-note-${state.article.meta.authors.indexOf(author) + 1}-${index + 1}`)
}

/** The name, beside it the same in other languages. */
function names(author: Author): Element {
  const own = name(author.name)
  const others = [...(author.names ?? [])].map(([language, each]) => {
    const {attributes, ...rest} = name(each)
    return {...rest, attributes: {...attributes, 'xml:lang': language}}
  })
  return others.length === 0 || own.name === 'collab'
    ? own
    : x('name-alternatives', [own, ...others.filter((each) => each.name !== 'collab')])
}

function correspondence(author: Author, state: State): string {
  return state.id(`corresp-${state.article.meta.authors.indexOf(author) + 1}`)
}

function name({given, middle, family, particle, suffix, prefix, literal, display}: Name): Element {
  if (family === undefined) {
    return literal === undefined ? x('string-name', xmlText(display)) : x('collab', xmlText(literal))
  }
  const surname = [particle, family].filter((part) => part !== undefined).join(' ')
  // JATS has no element for a patronymic: it belongs to the given names.
  const givenNames = [given, middle].filter((part) => part !== undefined).join(' ')
  return x(
    'name',
    present([text('surname', surname), text('given-names', givenNames), text('prefix', prefix), text('suffix', suffix)])
  )
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

/** An affiliation; several languages of it stand side by side under one id. */
function aff(affiliation: Affiliation, label: string, state: State): Element {
  const id = state.id(`aff-${affiliation.id}`)
  const own = [x('label', label), ...institution(affiliation, affiliation.ror, state)]
  const others = [...(affiliation.translations ?? [])]
  if (others.length === 0) return x('aff', {id}, own)
  return x('aff-alternatives', [
    x('aff', {id}, own),
    ...others.map(([language, each]) => x('aff', {'xml:lang': language}, institution(each, undefined, state)))
  ])
}

function institution(words: AffiliationText, ror: string | undefined, state: State): Array<Element> {
  const {department, country} = words
  const named = text('institution', words.name)
  const code = country === undefined ? undefined : countryCode(country, state.article.meta.language)
  const wrapped =
    ror === undefined
      ? named
      : x('institution-wrap', present([x('institution-id', {'institution-id-type': 'ror'}, xmlText(ror)), named]))
  return present([
    wrapped,
    text('institution', department, {'content-type': 'dept'}),
    text('addr-line', words.address),
    text('city', words.city),
    text('state', words.region),
    text('postal-code', words.postcode),
    text('country', country, code === undefined ? {} : {country: code})
  ])
}
