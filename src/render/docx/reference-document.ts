import {unzipSync} from 'fflate'
import type {Element, ElementContent} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import type {Article} from '../../model/article.ts'
import type {Report} from '../../model/problem.ts'

/** A journal's own Word document, as far as ours takes after it. */
export interface ReferenceDocument {
  /** The root of its `styles.xml`. */
  readonly styles: Element
  /** Its page: the last `w:sectPr`. */
  readonly section: Element | undefined
  /** Its headers and footers, as files of `word/`, by their ids there. */
  readonly furniture: ReadonlyMap<string, string>
  /** Files of `word/` to take as they are: the theme, the fonts, headers and footers. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** No journal's part is longer, in bytes. */
const longest = 10_000_000

const wanted =
  /^word\/(?:styles|fontTable|document|(?:header|footer)[1-9]\d{0,2}|theme\/theme1)\.xml$|^word\/_rels\/document\.xml\.rels$/

/** The document that the manuscript names, else the template's `reference.docx`; one that cannot be read is reported. */
export function referenceDocumentOf(
  {referenceDocument, template}: Article,
  report: Report
): ReferenceDocument | undefined {
  const bytes = referenceDocument?.bytes ?? template.files.get('reference.docx')
  if (bytes === undefined) return undefined
  try {
    const files = new Map(
      Object.entries(unzipSync(bytes, {filter: ({name, originalSize}) => wanted.test(name) && originalSize < longest}))
    )
    const styles = rootOf(files.get('word/styles.xml'))
    if (styles?.name !== 'w:styles') throw new Error('no styles')
    const section = rootOf(files.get('word/document.xml'))
    const kept = taken(files)
    const relations = elementsOf(rootOf(files.get('word/_rels/document.xml.rels')) ?? styles)
    const furniture = relations.flatMap(({attributes: {Id, Target}}): ReadonlyArray<[string, string]> => {
      const isFurniture = typeof Target === 'string' && /^(?:header|footer)/.test(Target) && kept.has(Target)
      return isFurniture ? [[String(Id), Target]] : []
    })
    return {styles, section: section && lastSection(section), furniture: new Map(furniture), files: kept}
  } catch {
    const reason = `Cannot read \`${referenceDocument?.path ?? 'reference.docx'}\` as a Word document, expected one with styles`
    report({id: 'reference-document-valid', severity: 'error', reason, note: 'Save it again by Word as `.docx`.'})
    return undefined
  }
}

/** The elements directly below one. */
export function elementsOf(node: Element): ReadonlyArray<Element> {
  return node.children.filter((child): child is Element => child.type === 'element')
}

function rootOf(bytes: Uint8Array | undefined): Element | undefined {
  if (bytes === undefined) return undefined
  const {children} = fromXml(new TextDecoder().decode(bytes))
  return children.find((child): child is Element => child.type === 'element')
}

function lastSection(document: Element): Element | undefined {
  const [body] = elementsOf(document)
  return body === undefined ? undefined : elementsOf(body).findLast(({name}) => name === 'w:sectPr')
}

/** Without headers and footers that refer to pictures, which stay behind. */
function taken(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const kept = [...files].filter(
    ([path, bytes]) =>
      /theme1|fontTable|header|footer/.test(path) && !/ r:(?:id|embed|link|pict)=/.test(new TextDecoder().decode(bytes))
  )
  return new Map(kept.map(([path, bytes]) => [path.slice('word/'.length), bytes]))
}

/** The attribute of an element's only child of a name: the `w:val` of `w:name`. */
export function attributeBelow(node: Element, child: string, attribute = 'w:val'): string | undefined {
  return elementsOf(node).find(({name}) => name === child)?.attributes[attribute] ?? undefined
}

/** Change each use of a style, in place, to what the other document calls it. */
export function renameStyles(nodes: ReadonlyArray<ElementContent>, names: ReadonlyMap<string, string>): void {
  const open = [...nodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== 'element') continue
    const known = /^w:(?:pStyle|rStyle|tblStyle|basedOn|next)$/.test(node.name)
      ? names.get(String(node.attributes['w:val']))
      : undefined
    if (known !== undefined) node.attributes['w:val'] = known
    for (const child of node.children) open.push(child)
  }
}
