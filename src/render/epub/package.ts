import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Author, Meta} from '../../model/meta.ts'
import {directionOf} from '../../util/direction.ts'
import {mediaTypes} from '../../util/media-types.ts'
import {xmlText} from '../jats/inline.ts'
import {licenceOf, titleOf} from '../metadata/csl-record.ts'
import {line, plain} from '../metadata/line.ts'
import {recordName, surname} from '../metadata/person-name.ts'
import type {AccessMetadata} from './accessibility.ts'
import {identifierOf, modifiedOf} from './identity.ts'
import {wellFormed} from './language.ts'
import type {Picture} from './pictures.ts'
import {xmlOf} from './xhtml.ts'

/** What the package document says of the book. */
export interface Package {
  readonly meta: Meta
  readonly title: string
  readonly language: string
  readonly access: AccessMetadata
  readonly pictures: ReadonlyArray<Picture>
  /** Properties of the text's manifest item: `mathml`, `svg`. */
  readonly properties: ReadonlyArray<string>
}

/** The package document (EPUB 3.3, 5). */
export function packageDocument(book: Package): string {
  const {pictures, properties, language} = book
  const root = x(
    'package',
    {xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'book', 'xml:lang': language},
    [
      x('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, metadata(book)),
      x('manifest', [
        item('navigation', 'navigation.xhtml', 'application/xhtml+xml', ['nav']),
        item('text', 'text.xhtml', 'application/xhtml+xml', properties),
        item('style', 'style.css', 'text/css'),
        ...pictures.map(({path, type}, index) => item(`image-${index + 1}`, path, mediaTypes[type]))
      ]),
      x('spine', turning(language), [x('itemref', {idref: 'text'})])
    ]
  )
  return xmlOf({type: 'root', children: [root]})
}

function item(id: string, href: string, type: string, properties: ReadonlyArray<string> = []): Element {
  return x('item', {
    id,
    href,
    'media-type': type,
    ...(properties.length === 0 ? {} : {properties: properties.join(' ')})
  })
}

function metadata({meta, title, language, access}: Package): Array<Element> {
  const {publication} = meta
  const creators = meta.authors.filter(({name}) => line(name.display) !== '')
  return [
    x('dc:identifier', {id: 'book'}, identifierOf(meta)),
    x('dc:title', {id: 'title'}, xmlText(line(titleOf(meta) ?? title))),
    ...[...meta.translations].flatMap(([tag, each]) => alternate('#title', plain(each.title), tag)),
    ...dc('language', language),
    ...creators.flatMap(creator),
    ...dc('publisher', publication.publisher),
    ...dc('date', publication.date),
    ...dc('description', plain(meta.abstract)),
    ...meta.keywords.flatMap((keyword) => dc('subject', keyword)),
    ...dc('rights', licenceOf(meta)),
    ...journal(publication.journal),
    property('dcterms:modified', modifiedOf(meta)),
    ...access.map(([name, value]) => property(`schema:${name}`, value, language.startsWith('en') ? {} : english(name)))
  ]
}

/** An element of Dublin Core; none may be empty. */
function dc(name: string, value: string | undefined): Array<Element> {
  const text = xmlText(line(value ?? ''))
  return text === '' ? [] : [x(`dc:${name}`, text)]
}

function property(name: string, value: string, more: Readonly<Record<string, string>> = {}): Element {
  return x('meta', {property: name, ...more}, xmlText(value))
}

function english(name: string): Readonly<Record<string, string>> {
  return name === 'accessibilitySummary' ? {'xml:lang': 'en'} : {}
}

/** The same in another language or script (EPUB 3.3, D.3.1). */
function alternate(refines: string, text: string | undefined, tag: string): Array<Element> {
  const written = wellFormed(tag)
  return text === undefined || written === undefined
    ? []
    : [property('alternate-script', text, {refines, 'xml:lang': written})]
}

function creator({name, names}: Author, index: number): Array<Element> {
  const refines = `#creator-${index + 1}`
  const parts = recordName(name)
  const given = 'literal' in parts ? [] : [parts.given, parts.suffix].filter((part) => part !== undefined)
  const fileAs = 'literal' in parts ? parts.literal : [surname(parts), ...given].join(', ')
  return [
    x('dc:creator', {id: `creator-${index + 1}`}, xmlText(line(name.display))),
    property('role', 'aut', {refines, scheme: 'marc:relators'}),
    ...(line(fileAs) === '' ? [] : [property('file-as', fileAs, {refines})]),
    ...[...(names ?? [])].flatMap(([tag, each]) => alternate(refines, line(each.display), tag)),
    property('display-seq', String(index + 1), {refines})
  ]
}

/** The journal that the article is part of. */
function journal(name: string | undefined): Array<Element> {
  const text = line(name ?? '')
  if (text === '') return []
  return [
    property('belongs-to-collection', text, {id: 'journal'}),
    property('collection-type', 'series', {refines: '#journal'})
  ]
}

/** Books written from right to left turn their pages so. */
function turning(language: string): Readonly<Record<string, string>> {
  return directionOf(language) === undefined ? {} : {'page-progression-direction': 'rtl'}
}
