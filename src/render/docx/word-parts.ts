import type {Article} from '../../model/article.ts'
import type {ZipEntry} from '../../util/zip.ts'
import type {Context} from '../format.ts'
import {documentOf} from './document.ts'
import {pageLike, pageOf, sectionLike, sectionProperties} from './page.ts'
import {rastersOf} from './rasters.ts'
import {type ReferenceDocument, referenceDocumentOf, renameStyles} from './reference-document.ts'
import {fontTable, footer, settings} from './settings.ts'
import {mergeStyles} from './style-merge.ts'
import {styles} from './styles.ts'
import {part} from './xml.ts'

/** What `word/document.xml` refers to by type and file; the footer is the first. */
const fixed = [
  ['footer', 'footer0.xml'],
  ['styles', 'styles.xml'],
  ['numbering', 'numbering.xml'],
  ['footnotes', 'footnotes.xml'],
  ['settings', 'settings.xml'],
  ['fontTable', 'fontTable.xml']
] as const

/** The parts of `word/`; where there is a reference document its styles, page, theme, headers and footers go before ours. */
export async function wordParts(
  article: Article,
  language: string,
  context: Context
): Promise<ReadonlyArray<ZipEntry>> {
  const reference = referenceDocumentOf(article, context.report)
  const own = pageOf(article)
  const page = reference === undefined ? own : pageLike(own, reference.section)
  const rasters = await rastersOf(article, context)
  const extra = [...(reference?.files.keys() ?? [])].filter((path) => path !== 'fontTable.xml')
  const section =
    reference?.section === undefined
      ? sectionProperties(page, 'part1')
      : sectionLike(reference.section, page, furnitureOf(reference, extra), 'part1')
  const written = documentOf({article, page, rasters, section})
  const merged =
    reference && mergeStyles(styles(page, language), reference.styles, {language, spaced: page.spacingAsked})
  if (merged !== undefined) renameStyles([written.document, written.footnotes], merged.names)
  const {relations, noteRelations} = written
  const related = [...fixed, ...extra.map((path) => [typeOf(path), path] as const)]
  const parts: ReadonlyArray<ZipEntry> = [
    {path: 'document.xml', bytes: part(written.document)},
    {path: '_rels/document.xml.rels', bytes: relations.file(related)},
    {path: 'footnotes.xml', bytes: part(written.footnotes)},
    {path: '_rels/footnotes.xml.rels', bytes: noteRelations.file([])},
    {path: 'styles.xml', bytes: part(merged?.root ?? styles(page, language))},
    {path: 'numbering.xml', bytes: written.lists.file()},
    {path: 'settings.xml', bytes: settings(language)},
    {path: 'fontTable.xml', bytes: reference?.files.get('fontTable.xml') ?? fontTable()},
    {path: 'footer0.xml', bytes: footer()},
    ...extra.map((path) => ({path, bytes: reference?.files.get(path) ?? new Uint8Array()})),
    ...relations.pictures(),
    ...noteRelations.pictures()
  ]
  return parts.map((each) => ({...each, path: `word/${each.path}`}))
}

/** Our ids of headers and footers, by theirs. */
function furnitureOf({furniture}: ReferenceDocument, extra: ReadonlyArray<string>): ReadonlyMap<string, string> {
  return new Map([...furniture].map(([id, path]) => [id, `part${fixed.length + extra.indexOf(path) + 1}`]))
}

/** The type of the relationship to a header, a footer or the theme. */
function typeOf(path: string): string {
  return /^(?:header|footer)/.exec(path)?.[0] ?? 'theme'
}
