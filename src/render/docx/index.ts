import type {Article} from '../../model/article.ts'
import {type ZipEntry, zip} from '../../util/zip.ts'
import {wellFormed} from '../epub/language.ts'
import type {Format} from '../format.ts'
import {xmlText} from '../jats/inline.ts'
import {plain} from '../metadata/line.ts'
import {contentTypes} from './content-types.ts'
import {appProperties, coreProperties} from './properties.ts'
import {relationship, relationships} from './relations.ts'
import {wordParts} from './word-parts.ts'
import {hasZoteroFields, zoteroProperties} from './zotero.ts'

/** WordprocessingML (ECMA-376, transitional) as a careful author writes it: named styles, real notes, fields and formulas. */
export const docx: Format = {
  name: 'docx',
  about: 'A Word document, for editors and submission systems.',
  async render(article, context) {
    const {meta} = article
    const language = wellFormed(meta.language) ?? 'en'
    const title = xmlText(plain([...meta.title]) ?? context.slug)
    const entries = [...(await wordParts(article, language, context)), ...properties(article, title)]
    const sorted = [packageRelations(hasZoteroFields(article)), ...entries].toSorted((a, b) =>
      a.path < b.path ? -1 : 1
    )
    const types = {path: '[Content_Types].xml', bytes: contentTypes(sorted.map(({path}) => path))}
    return new Map([[`${context.slug}.docx`, zip([types, ...sorted])]])
  }
}

function properties(article: Article, title: string): ReadonlyArray<ZipEntry> {
  const {meta} = article
  return [
    ...(hasZoteroFields(article) ? [{path: 'docProps/custom.xml', bytes: zoteroProperties(article)}] : []),
    {path: 'docProps/core.xml', bytes: coreProperties(meta, title)},
    {path: 'docProps/app.xml', bytes: appProperties()}
  ]
}

function packageRelations(isCustom: boolean): ZipEntry {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
  const bytes = relationships([
    relationship('part1', `${office}/officeDocument`, 'word/document.xml'),
    relationship('part2', core, 'docProps/core.xml'),
    relationship('part3', `${office}/extended-properties`, 'docProps/app.xml'),
    ...(isCustom ? [relationship('part4', `${office}/custom-properties`, 'docProps/custom.xml')] : [])
  ])
  return {path: '_rels/.rels', bytes}
}
