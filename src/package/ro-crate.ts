import type {Article} from '../model/article.ts'
import type {Affiliation, Author} from '../model/meta.ts'
import type {Output} from '../model/world.ts'
import {mediaTypeOf} from '../util/media-types.ts'
import {textOf} from '../util/text.ts'

/** The name of the description in the folder of a release. */
export const crateFile = 'ro-crate-metadata.json'

const specification = 'https://w3id.org/ro/crate/1.2'

type Entity = Readonly<Record<string, unknown>> & {readonly '@id': string}

/** What a crate must say and the article does not (RO-Crate 1.2, “Direct properties of the Root Data Entity”). */
export function crateLacks({meta}: Article): ReadonlyArray<string> {
  const {date = ''} = meta.publication
  return /^\d{4}-\d\d-\d\d/.test(date) ? [] : ['Cannot find a day in `date`, expected it for an RO-Crate']
}

/** A folder of files described as RO-Crate 1.2: the article, its authors, and what each file is. Must not lack anything. */
export function writeCrate(article: Article, files: Output): string {
  const {meta} = article
  const people = meta.authors.map((author, index) => person(author, index, meta.affiliations))
  const places = meta.affiliations.filter(({id}) => meta.authors.some((author) => author.affiliations.includes(id)))
  const parts = [...files].map(([path, bytes]) => file(path, bytes.length))
  const licence = meta.licence?.url
  const title = [meta.title, ...(meta.subtitle === undefined ? [] : [meta.subtitle])].map(line).join(': ')
  const {doi, date, url, version} = meta.publication
  const about = {
    name: title,
    description: meta.abstract === undefined ? title : line(meta.abstract.children),
    datePublished: date,
    license: licence && {'@id': licence},
    author: people.map(reference),
    inLanguage: meta.language
  }
  const named = doi === undefined ? url : `https://doi.org/${doi}`
  const main: Entity = {
    '@id': named ?? '#article',
    '@type': 'ScholarlyArticle',
    ...about,
    version,
    keywords: meta.keywords.length === 0 ? undefined : meta.keywords.join(', '),
    encoding: parts.map(reference)
  }
  const graph: ReadonlyArray<Entity> = [
    {'@id': crateFile, '@type': 'CreativeWork', conformsTo: {'@id': specification}, about: {'@id': './'}},
    {'@id': './', '@type': 'Dataset', ...about, mainEntity: reference(main), hasPart: parts.map(reference)},
    main,
    ...parts,
    ...people,
    ...places.map(organisation),
    ...(licence === undefined ? [] : [{'@id': licence, '@type': 'CreativeWork', name: meta.licence?.spdx ?? licence}])
  ]
  return `${JSON.stringify({'@context': `${specification}/context`, '@graph': graph}, undefined, 2)}\n`
}

function person(author: Author, index: number, affiliations: ReadonlyArray<Affiliation>): Entity {
  const own = affiliations.filter(({id}) => author.affiliations.includes(id))
  return {
    '@id': author.orcid === undefined ? `#author-${index + 1}` : `https://orcid.org/${author.orcid}`,
    '@type': author.group === true ? 'Organization' : 'Person',
    name: author.name.display,
    givenName: author.name.given,
    familyName: author.name.family,
    affiliation: own.length === 0 ? undefined : own.map((each) => reference(organisation(each)))
  }
}

function organisation({id, name, ror, url}: Affiliation): Entity {
  return {'@id': ror ?? `#affiliation-${encodeURIComponent(id)}`, '@type': 'Organization', name, url}
}

function file(path: string, bytes: number): Entity {
  return {
    '@id': path.split('/').map(encodeURIComponent).join('/'),
    '@type': 'File',
    name: path,
    contentSize: String(bytes),
    encodingFormat: mediaTypeOf(path)
  }
}

function reference({'@id': id}: Entity) {
  return {'@id': id}
}

function line(nodes: Parameters<typeof textOf>[0]): string {
  return textOf(nodes).replace(/\s+/g, ' ').trim()
}
