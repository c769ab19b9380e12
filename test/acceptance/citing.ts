import type {RootContent} from 'mdast'
import type {Article, CslItem} from '../../src/model/article.ts'
import {attributesOf} from '../../src/model/attributes.ts'
import {walk} from '../../src/util/walk.ts'
import type {Files} from '../support/manuscript.ts'
import {check} from '../support/manuscript.ts'

/** Three works, two of them by the same people in the same year. */
const works = `@article{smith2000, author = {Smith, Ann and Lee, Bo}, title = {On things}, journal = {Journal},
  volume = 1, pages = {2--3}, year = 2000}
@book{smith2000b, author = {Smith, Ann and Lee, Bo}, title = {Beta}, publisher = {P}, year = 2000}
@book{jones, author = {Jones, C}, title = {Zeta}, publisher = {P}, year = 1999}`

export interface PrintedText {
  readonly article: Article
  /** What stands in the place of each citation. */
  readonly citations: ReadonlyArray<string>
  readonly entries: ReadonlyArray<string>
  readonly notes: ReadonlyArray<string>
  readonly files: Files
}

/** A text cited in a style, in American English, with further lines of front matter; as a reader sees it. */
export async function printedIn(
  style: string,
  text: string,
  front = '',
  files: Files = {'refs.bib': works}
): Promise<PrintedText> {
  const markdown = `---\nlang: en-US\ncsl: ${style}\nbibliography: refs.bib\n${front}\n---\n\n${text}`
  const {article} = await check(markdown, {files})
  const nodes = [...walk(article.body)]
  return {
    article,
    citations: nodes.filter((node) => node.type === 'citation').map(({children}) => plain(children)),
    entries: nodes
      .filter((node) => node.type === 'reference')
      .map(({marker, children}) => [plain(marker), plain(children)].filter((part) => part !== '').join(' ')),
    notes: article.notes.map(({children}) => plain(children)),
    files
  }
}

/** What the author wrote: each citation of a text as plain data, without what is absent. */
export async function citationsOf(text: string): Promise<ReadonlyArray<unknown>> {
  const {article} = await check(text)
  return [...walk(article.body)]
    .filter((node) => node.type === 'citation')
    .map(({mode, items}) => ({
      mode,
      items: items.map(({key, prefix, suffix, locator, label, suppressAuthor}) => ({
        key,
        ...(prefix.length === 0 ? {} : {prefix: plain(prefix).trim()}),
        ...(suffix.length === 0 ? {} : {suffix: plain(suffix).trim()}),
        ...(locator === undefined ? {} : {locator, label}),
        ...(suppressAuthor ? {suppressAuthor} : {})
      }))
    }))
}

/** The only item of a BibTeX file, as CSL-JSON. */
export async function itemOf(bib: string): Promise<CslItem> {
  const {article} = await check('---\nbibliography: refs.bib\n---\n\nText.', {files: {'refs.bib': bib}})
  const [first] = article.library.values()
  if (first === undefined || article.library.size !== 1)
    throw new Error(`Expected one entry, found ${article.library.size}`)
  return first.csl
}

/** The nodes of the first paragraph, as `type.class(children)`; citations with mode and keys. */
export async function written(text: string): Promise<string> {
  const {article} = await check(text)
  const paragraph = [...walk(article.body)].find((node) => node.type === 'paragraph')
  return (paragraph?.children ?? []).map(shape).join(', ')
}

function shape(node: RootContent): string {
  if (node.type === 'citation') return `citation(${node.mode} ${node.items.map(({key}) => key).join(' ')})`
  const name = [node.type, ...attributesOf(node).classes].join('.')
  return 'children' in node ? `${name}(${node.children.map(shape).join(', ')})` : name
}

function plain(nodes: ReadonlyArray<RootContent>): string {
  return [...walk([...nodes])].map((node) => ('value' in node ? node.value : '')).join('')
}
