import type {Heading, Paragraph, Root, RootContent} from 'mdast'
import type {Meta, Translation} from '../model/meta.ts'
import {languagesOfTitle, rolesOf} from '../util/section-roles.ts'
import {textOf} from '../util/text.ts'

/** A body, and the metadata with what was a section of it. */
export interface FrontSections {
  readonly body: Root
  readonly meta: Meta
}

/**
 * Take the sections headed “Abstract” or “Keywords” out of the text, in the article's language or another, where the front
 * matter has none; headings in an abstract become paragraphs. What the front matter has stays in the text as well.
 */
export function frontSections(body: Root, written: Meta): FrontSections {
  const sections = sectionsOf(body)
  const isOwnAbstract = ({role, heading}: FrontSection) => role === 'abstract' && isOwn(heading, role, written.language)
  // An abstract that is the only one is the article's own, whatever it is called.
  const tells = written.abstract !== undefined || sections.some(isOwnAbstract)
  let meta = written
  const taken = new Set<RootContent>()
  for (const section of sections) {
    const own = !tells || isOwn(section.heading, section.role, written.language)
    const next = own ? withOwn(meta, section) : withTranslation(meta, section)
    if (next === undefined) continue
    meta = next
    for (const node of [section.heading, ...section.children]) taken.add(node)
  }
  return {body: taken.size === 0 ? body : {...body, children: body.children.filter((node) => !taken.has(node))}, meta}
}

interface FrontSection {
  readonly role: 'abstract' | 'keywords'
  readonly heading: Heading
  readonly children: ReadonlyArray<RootContent>
}

/** More of them are not looked for. */
const most = 50

function sectionsOf({children}: Root): ReadonlyArray<FrontSection> {
  const found: Array<FrontSection> = []
  for (const [from, heading] of children.entries()) {
    if (heading.type !== 'heading') continue
    const [role, ...others] = rolesOf(heading)
    if (others.length > 0 || (role !== 'abstract' && role !== 'keywords')) continue
    const isNext = (node: RootContent) => node.type === 'heading' && node.depth <= heading.depth
    const length = children.slice(from + 1).findIndex(isNext)
    found.push({role, heading, children: children.slice(from + 1, length === -1 ? undefined : from + 1 + length)})
    if (found.length === most) break
  }
  return found
}

function isOwn(heading: Heading, role: FrontSection['role'], language: string): boolean {
  const [base = ''] = language.toLowerCase().split('-')
  return languagesOfTitle(textOf(heading), role).some((tag) => tag === base || tag === language.toLowerCase())
}

/** The metadata with the section in it; `undefined` if it holds none, or the metadata has it already. */
function withOwn(meta: Meta, section: FrontSection): Meta | undefined {
  const found = wordsOf(section)
  if (found?.abstract !== undefined) return meta.abstract === undefined ? {...meta, ...found} : undefined
  return found?.keywords === undefined || meta.keywords.length > 0 ? undefined : {...meta, keywords: found.keywords}
}

/** The same, in the language of its heading. */
function withTranslation(meta: Meta, section: FrontSection): Meta | undefined {
  const [language = 'en'] = Intl.getCanonicalLocales(languagesOfTitle(textOf(section.heading), section.role)[0])
  const known: Translation = meta.translations.get(language) ?? {keywords: []}
  const found = wordsOf(section)
  const isNew = found?.abstract === undefined ? known.keywords.length === 0 : known.abstract === undefined
  if (found === undefined || !isNew) return undefined
  const translation = {...known, ...found, keywords: found.keywords ?? known.keywords}
  return {...meta, translations: new Map([...meta.translations, [language, translation]])}
}

interface Words {
  readonly abstract?: Root
  readonly keywords?: ReadonlyArray<string>
}

function wordsOf(section: FrontSection): Words | undefined {
  const {role, children} = section
  if (role === 'abstract')
    return children.length === 0 ? undefined : {abstract: {type: 'root', children: children.map(plainer)}}
  const keywords = keywordsOf(section)
  return keywords === undefined ? undefined : {keywords}
}

/** The words of one paragraph, between commas or semicolons. */
function keywordsOf({children}: FrontSection): ReadonlyArray<string> | undefined {
  const [paragraph, ...others] = children
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined
  const text = textOf(paragraph).trim().replace(/\.$/, '')
  const words = text.split(text.includes(';') ? ';' : ',').map((word) => word.replace(/\s+/g, ' ').trim())
  return words.filter((word) => word !== '')
}

function plainer(node: RootContent): RootContent {
  return node.type === 'heading' ? strong(node) : node
}

function strong({children, position}: Heading): Paragraph {
  const at = position === undefined ? {} : {position}
  return {type: 'paragraph', children: [{type: 'strong', children, ...at}], ...at}
}
