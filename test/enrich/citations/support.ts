import {readFileSync} from 'node:fs'
import type {PhrasingContent, Root, RootContent} from 'mdast'
import {citations} from '../../../src/enrich/citations/index.ts'
import type {StyleWish} from '../../../src/load/style.ts'
import {citationStyle} from '../../../src/load/style.ts'
import type {CslItem, Library} from '../../../src/model/article.ts'
import type {CitationStyle} from '../../../src/model/manuscript.ts'
import type {Meta} from '../../../src/model/meta.ts'
import type {Citation, CitationItem} from '../../../src/model/nodes.ts'
import type {Cache, Folder} from '../../../src/model/world.ts'
import {walk} from '../../../src/util/walk.ts'
import {memoryWorld} from '../../../src/world/memory.ts'
import {draftOf} from '../../support/draft.ts'

/** The packages, as the world gives them. */
const resources: Folder = {
  name: 'node_modules',
  read: async (path) => {
    try {
      return readFileSync(`node_modules/${path}`)
    } catch {
      return undefined
    }
  },
  list: async () => undefined
}

const known = new Map<string, Promise<CitationStyle | undefined>>()

/** A style of the packages, or one given as XML. */
export function styleOf(style: string, language: string, anyLanguage = false): Promise<CitationStyle | undefined> {
  const name = `${style} ${language} ${anyLanguage}`
  const found = known.get(name) ?? read(style, {language, anyLanguage})
  known.set(name, found)
  return found
}

async function read(style: string, wish: Omit<StyleWish, 'id'>): Promise<CitationStyle | undefined> {
  if (!style.startsWith('<')) return citationStyle({id: style, ...wish}, memoryWorld({}, {resources}), () => undefined)
  return citationStyle({id: 'own', ...wish}, memoryWorld({'own.csl': style}, {resources}), () => undefined)
}

const authors = [
  {family: 'Smith', given: 'Ann'},
  {family: 'Lee', given: 'Bo'}
]

/** Three works, two of them by the same authors in the same year. */
export const works: ReadonlyArray<CslItem> = [
  {
    id: 'smith2000',
    type: 'article-journal',
    title: 'On things',
    author: authors,
    'container-title': 'Journal',
    volume: '1',
    page: '2-3',
    issued: {'date-parts': [[2000]]}
  },
  {id: 'smith2000b', type: 'book', title: 'Beta', author: authors, publisher: 'P', issued: {'date-parts': [[2000]]}},
  {
    id: 'jones',
    type: 'book',
    title: 'Zeta',
    author: [{family: 'Jones', given: 'C'}],
    publisher: 'P',
    issued: {'date-parts': [[1999]]}
  }
]

function libraryOf(items: ReadonlyArray<CslItem>): Library {
  return new Map(items.map((csl) => [csl.id, {key: csl.id, csl, duplicates: []}]))
}

interface Cite extends Partial<Omit<CitationItem, 'prefix' | 'suffix'>> {
  readonly key: string
  readonly prefix?: string | ReadonlyArray<PhrasingContent>
  readonly suffix?: string | ReadonlyArray<PhrasingContent>
}

/** `[see @key, p. 3]`. */
export function cite(...items: ReadonlyArray<Cite | string>): Citation {
  return {type: 'citation', mode: 'parenthetical', items: items.map(itemOf), children: []}
}

/** `@key [p. 3]`. */
export function narrative(...items: ReadonlyArray<Cite | string>): Citation {
  return {...cite(...items), mode: 'narrative'}
}

function itemOf(item: Cite | string): CitationItem {
  const given = typeof item === 'string' ? {key: item} : item
  return {suppressAuthor: false, ...given, prefix: phrasing(given.prefix), suffix: phrasing(given.suffix)}
}

function phrasing(words: string | ReadonlyArray<PhrasingContent> = []): ReadonlyArray<PhrasingContent> {
  return typeof words === 'string' ? [{type: 'text', value: words}] : words
}

export interface Case {
  readonly style: string
  readonly body: ReadonlyArray<RootContent>
  readonly items?: ReadonlyArray<CslItem>
  readonly language?: string
  readonly nocite?: ReadonlyArray<string>
  readonly meta?: Partial<Meta>
  readonly cache?: Cache
}

/** Cite, and read what the reader sees. */
export async function cited({style, body, items = works, language = 'en-US', nocite = [], meta = {}, cache}: Case) {
  const places = new Map([['language', {file: 'paper.md'}]])
  const draft = draftOf(structuredClone([...body]), {
    meta: {language, places, nocite: nocite.map((key) => ({key})), ...meta}
  })
  const csl = style === '' ? undefined : await styleOf(style, language, meta.citing?.terms === 'entry')
  const root: Root = draft.body
  const result = await citations({meta: draft.meta, body: root, library: libraryOf(items), csl}, cache)
  const nodes = [...walk(root)]
  return {
    ...result,
    body: root,
    nodes: nodes.filter((node) => node.type === 'citation'),
    texts: nodes.filter((node) => node.type === 'citation').map(html),
    entries: nodes
      .filter((node) => node.type === 'reference')
      .map((node) =>
        plain([
          ...node.marker,
          ...[{type: 'text', value: node.marker.length > 0 ? ' ' : ''} as const],
          ...node.children
        ])
      ),
    references: nodes.filter((node) => node.type === 'reference'),
    notes: nodes.filter((node) => node.type === 'footnoteDefinition').map((node) => plain(node.children)),
    lists: nodes.filter((node) => node.type === 'bibliography')
  }
}

/** Text alone. */
export function plain(nodes: ReadonlyArray<RootContent> | RootContent): string {
  return [...walk('type' in nodes ? [nodes] : [...nodes])].map((node) => ('value' in node ? node.value : '')).join('')
}

/** Text with what matters of the markup: links as `<key>…</>`. */
function html(node: RootContent): string {
  if ('value' in node) return node.value
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  const inner = 'children' in node ? node.children.map(html).join('') : ''
  if (node.type === 'link') return `<${node.url}>${inner}</>`
  if (node.type === 'emphasis') return `*${inner}*`
  if (node.type === 'strong') return `**${inner}**`
  if (node.type === 'superscript') return `^${inner}^`
  return inner
}
