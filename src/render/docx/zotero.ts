import {createHash} from 'node:crypto'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {Citation, CitationItem} from '../../model/nodes.ts'
import {isNoteStyle} from '../../util/note-style.ts'
import {textOf} from '../../util/text.ts'
import {walk} from '../../util/walk.ts'
import {xmlText} from '../jats/inline.ts'
import {field} from './field.ts'
import type {State} from './state.ts'
import {part} from './xml.ts'

/**
 * Whether citations are fields that Zotero's plug-in for Word takes up: where the front matter asks for it. Never in a blind
 * copy, for they carry whole records, nor with notes, which Word would have to hold them.
 */
export function hasZoteroFields({meta, csl}: Article): boolean {
  return meta.citing?.fields === 'zotero' && meta.authors.length > 0 && csl !== undefined && !isNoteStyle(csl.xml)
}

/**
 * A citation as such a field; as it is printed where a work of it is unknown. Zotero has no narrative citations: who wrote
 * the work stands before a field that leaves that out.
 */
export function citation(node: Citation, state: State): Array<ElementContent> {
  const all = (nodes: Citation['children']) => state.all(nodes, state)
  const {children, mode} = node
  if (!hasZoteroFields(state.article)) return all(children)
  const works = new Map(
    state.article.references.flatMap(({key, csl}) => (node.items.some((item) => item.key === key) ? [[key, csl]] : []))
  )
  const from = mode === 'narrative' ? children.findIndex((_, at) => /^[([]/.test(textOf(children.slice(at)))) : 0
  if (from === -1 || node.items.some(({key}) => !works.has(key))) return all(children)
  const [names, rest] = [children.slice(0, from), children.slice(from)]
  const printed = textOf(rest)
  const data = {
    citationID: createHash('sha256').update(`${node.number} ${printed}`).digest('hex').slice(0, 8),
    properties: {formattedCitation: printed, plainCitation: printed, noteIndex: 0},
    citationItems: node.items.map((item, index) =>
      itemOf(item, works.get(item.key) ?? {}, item.suppressAuthor || (from > 0 && index === 0))
    ),
    schema: 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json'
  }
  const code = `ADDIN ZOTERO_ITEM CSL_CITATION ${xmlText(JSON.stringify(data))}`
  return [...all(names), ...field(code, all(rest), state.face)]
}

function itemOf(item: CitationItem, csl: object, isYearAlone: boolean) {
  const record = Object.fromEntries(Object.entries(csl).filter(([name]) => !name.startsWith('_')))
  const words = (nodes: CitationItem['prefix']) => textOf(nodes) || undefined
  return {
    id: item.key,
    itemData: {...record, id: item.key},
    locator: item.locator,
    label: item.label,
    prefix: words(item.prefix),
    suffix: words(item.suffix),
    'suppress-author': isYearAlone || undefined
  }
}

/** The reference list as the field that Zotero makes anew, which it has one of: from the first paragraph to the last. */
export function bibliographyField(paragraphs: Array<ElementContent>, state: State): Array<ElementContent> {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  if (!hasZoteroFields(state.article) || first?.type !== 'element' || last?.type !== 'element') return paragraphs
  if ([...walk(state.article.body)].filter(({type}) => type === 'bibliography').length > 1) return paragraphs
  const marks = field('ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY', [], state.face)
  const at = first.children.findIndex((child) => child.type === 'element' && child.name === 'w:pPr') + 1
  first.children.splice(at, 0, ...marks.slice(0, -1))
  last.children.push(...marks.slice(-1))
  return paragraphs
}

/** `docProps/custom.xml` with what Zotero wants to know of a document, in pieces no longer than Word keeps. */
export function zoteroProperties({csl, meta}: Article): Uint8Array {
  const session = createHash('sha256').update(textOf(meta.title)).digest('hex').slice(0, 8)
  const style = xmlAttribute(`http://www.zotero.org/styles/${csl?.id ?? ''}`)
  const data =
    `<data data-version="3" zotero-version="6.0.0"><session id="${session}"/>` +
    `<style id="${style}" locale="${xmlAttribute(meta.language)}" hasBibliography="1" bibliographyStyleHasBeenSet="1"/>` +
    '<prefs><pref name="fieldType" value="Field"/></prefs></data>'
  const pieces = data.match(/[\s\S]{1,255}/g) ?? []
  return part(
    x(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'
      },
      pieces.map(
        (piece, index): Element =>
          x(
            'property',
            {fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: String(index + 2), name: `ZOTERO_PREF_${index + 1}`},
            [x('vt:lpwstr', piece)]
          )
      )
    )
  )
}

function xmlAttribute(text: string): string {
  return xmlText(text).replace(/[&<>"]/g, '')
}
