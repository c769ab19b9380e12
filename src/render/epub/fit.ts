import type {Element, Nodes, Parents, Properties, Root} from 'hast'
import {levelled} from '../../util/mathml-levels.ts'
import {walk} from '../../util/walk.ts'
import {xmlNames} from '../jats/ids.ts'
import {xmlText} from '../jats/inline.ts'
import {wellFormed} from './language.ts'

/** Make a page fit for a book: XML's characters and names, `epub:type` beside roles, and links that lead somewhere in the book or on the web. */
export function fitToBook(tree: Root): void {
  const name = xmlNames()
  const ids = new Map<string, string>()
  for (const node of walk(tree)) {
    if (node.type === 'element' && node.tagName === 'math') node.children = levelled(node).children
    if ('children' in node) leaveOut(node)
    const id = node.type === 'element' ? node.properties['id'] : undefined
    if (typeof id === 'string') ids.set(id, asciiName(name(id)))
  }
  for (const node of walk(tree)) {
    if (node.type === 'text') node.value = xmlText(node.value)
    if (node.type === 'element') fitElement(node, ids)
  }
}

function leaveOut(parent: Parents): void {
  if (parent.children.some(isLeftOut))
    Object.assign(parent, {children: parent.children.filter((one) => !isLeftOut(one))})
}

/** Comments, and the link past the head of a web page. */
function isLeftOut(node: Nodes): boolean {
  if (node.type === 'comment') return true
  const classes = node.type === 'element' ? node.properties['className'] : undefined
  return Array.isArray(classes) && classes.includes('skip')
}

/** Letters of any script are names in XML, but not all of `\p{N}` are. */
function asciiName(name: string): string {
  return name.replace(/[\p{No}\p{Nl}]/gu, (character) => `-${character.codePointAt(0)}`)
}

function fitElement(element: Element, ids: ReadonlyMap<string, string>): void {
  const {properties} = element
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'string') properties[key] = xmlText(value)
    else if (Array.isArray(value))
      properties[key] = value.map((item) => (typeof item === 'string' ? xmlText(item) : item))
  }
  fitNames(properties, ids)
  fitLanguage(properties)
  if (element.tagName === 'a') fitLink(properties, ids)
  if (element.tagName === 'math') properties['xmlns'] = 'http://www.w3.org/1998/Math/MathML'
  const type = typeOf(element)
  if (type !== undefined) properties['epub:type'] = type
  if (type === 'endnotes') markNotes(element)
}

function fitNames(properties: Properties, ids: ReadonlyMap<string, string>): void {
  const {id, ariaLabelledBy} = properties
  if (typeof id === 'string') properties['id'] = ids.get(id) ?? id
  const labels = Array.isArray(ariaLabelledBy) ? ariaLabelledBy : []
  if (labels.length > 0) properties['ariaLabelledBy'] = labels.map((label) => ids.get(String(label)) ?? label)
}

/** XML's attribute beside that of HTML; a tag that is none is left out. */
function fitLanguage(properties: Properties): void {
  const {lang} = properties
  if (typeof lang !== 'string') return
  const language = wellFormed(lang)
  if (language === undefined) delete properties['lang']
  else Object.assign(properties, {lang: language, 'xml:lang': language})
}

/** A link to nothing in the book, or to a file beside the manuscript, keeps its words alone. */
function fitLink(properties: Properties, ids: ReadonlyMap<string, string>): void {
  const {href} = properties
  if (typeof href !== 'string') return
  const target = href.startsWith('#') ? ids.get(decoded(href.slice(1))) : undefined
  if (target !== undefined) properties['href'] = `#${encodeURIComponent(target)}`
  else if (!/^[a-z][a-z\d+.-]*:/i.test(href) || !URL.canParse(href)) delete properties['href']
  else properties['href'] = uriOf(href)
}

/** Browsers go to addresses that RFC 3986 has no room for; books may not hold them. */
function uriOf(address: string): string {
  const [start = ''] = /^[^:]*:(?:\/\/[^/?#]*)?/.exec(address) ?? []
  return start + address.slice(start.length).replace(/["<>[\\\]^`{|}\s]/g, encodeURIComponent)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The term of the EPUB 3 Structural Semantics Vocabulary: those of DPUB-ARIA's roles are the same. */
function typeOf({properties}: Element): string | undefined {
  const {role} = properties
  const name = Array.isArray(role) ? role[0] : role
  if (typeof name !== 'string' || !name.startsWith('doc-')) return undefined
  return name.slice('doc-'.length)
}

/** Readers show an `endnote` in a box beside its call. */
function markNotes(notes: Element): void {
  for (const node of walk(notes)) {
    if (node.type === 'element' && node.tagName === 'li' && /^note-\d+$/.test(String(node.properties['id'])))
      node.properties['epub:type'] = 'endnote'
  }
}
