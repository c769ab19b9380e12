import type {CitationStyle} from '../model/manuscript.ts'
import type {Place} from '../model/place.ts'
import type {Report} from '../model/problem.ts'
import type {World} from '../model/world.ts'
import {localeTag} from '../util/locale-tag.ts'
import {nearest} from '../util/nearest.ts'
import {uz} from './locales/uz.ts'
import {styleNames} from './styles/names.ts'
import type {StylePackages} from './styles/packages.ts'
import {stylePackages} from './styles/packages.ts'

/** Which style is wanted, and who asks. */
export interface StyleWish {
  /** A CSL style id, its address at Zotero, or the path of a `.csl` file. */
  readonly id: string
  readonly place?: Place | undefined
  /** The article's language, BCP 47. */
  readonly language: string
  /** Works may be printed in the words of any language. */
  readonly anyLanguage?: boolean | undefined
  /** The template's files: a style may be among them. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined
}

/** Our own locales, by tag. */
const ownLocales: ReadonlyMap<string, string> = new Map([['uz', uz]])

/**
 * Find a citation style and the locales that the article and the style ask for: a `.csl` file of the manuscript's folder
 * or of the template, else what the packages carry. A dependent style is followed to its parent, an old name to the new
 * one, which is reported for information. `undefined`, and an error with the nearest names, if there is none.
 */
export async function citationStyle(wish: StyleWish, world: World, report: Report): Promise<CitationStyle | undefined> {
  const packages = stylePackages(world.resources)
  const found = await independent(wish, world, packages)
  if (found === undefined) {
    await refuse(wish, packages, report)
    return undefined
  }
  const {id, xml} = found
  if (found.renamed) {
    const reason = `Unexpected style name \`${wish.id}\`, expected \`${id}\``
    const note = `The style is known as \`${id}\` now, and that one is used.`
    report({id: 'citation-style-named', severity: 'info', reason, place: wish.place, expected: [id], note})
  }
  return {id, xml, locales: await locales(wish, languagesOf(xml), packages)}
}

interface Found {
  readonly id: string
  readonly xml: string
  /** Found by a name that is not its own. */
  readonly renamed: boolean
}

/** A style of a style … of a style leads nowhere. */
const furthest = 4

async function independent(wish: StyleWish, world: World, packages: StylePackages): Promise<Found | undefined> {
  let found = await find(wish, wish.id, world, packages)
  for (let steps = 0; found !== undefined && steps < furthest; steps++) {
    const parent = parentOf(found.xml)
    if (parent === undefined) return found
    const next = await find(wish, parent, world, packages)
    // What the author named is a style of its own right, even where its rules are another's.
    found = next && {...next, id: found.id, renamed: false}
  }
  return undefined
}

async function find(wish: StyleWish, asked: string, world: World, packages: StylePackages): Promise<Found | undefined> {
  const path = asked.endsWith('.csl') ? asked : `${asked}.csl`
  const bytes = (await world.manuscript.read(path)) ?? wish.files?.get(path)
  const text = bytes && new TextDecoder().decode(bytes)
  if (text?.includes('<style')) return {id: path, xml: text, renamed: false}
  const id = idOf(asked)
  const xml = await packages.style(id)
  if (xml !== undefined) return {id, xml, renamed: false}
  const name = styleNames.get(id)
  const renamed = name && (await packages.style(name))
  return name === undefined || renamed === undefined || renamed === ''
    ? undefined
    : {id: name, xml: renamed, renamed: true}
}

/** `http://www.zotero.org/styles/apa`, `styles/APA.csl` → `apa`. */
function idOf(asked: string): string {
  const last = asked.trim().replace(/\/+$/, '').split('/').at(-1) ?? asked
  return last
    .replace(/\.csl$/i, '')
    .toLowerCase()
    .replaceAll(' ', '-')
}

/** The style that a dependent style borrows its rules from (CSL 1.0.2, “Dependent styles”). */
function parentOf(xml: string): string | undefined {
  const link = (xml.match(/<link\s[^<>]*>/g) ?? []).find((tag) => /rel=["']independent-parent["']/.test(tag))
  return link && /href=["']([^"']+)["']/.exec(link)?.[1]
}

/** Languages that a style speaks of its own: its default, and those of its layouts. */
function languagesOf(xml: string): ReadonlyArray<string> {
  const [, own] = /<style\s[^<>]*default-locale=["']([\w-]+)["']/.exec(xml) ?? []
  const layouts = [...xml.matchAll(/<layout\s[^<>]*locale=["']([^"']+)["']/g)].flatMap(([, tags = '']) =>
    tags.split(/\s+/)
  )
  return [...(own === undefined ? [] : [own]), ...layouts]
}

async function locales(
  {language, anyLanguage = false}: StyleWish,
  others: ReadonlyArray<string>,
  packages: StylePackages
): Promise<ReadonlyMap<string, string>> {
  const tags = [...ownLocales.keys(), ...(await packages.localeTags())]
  const languages = [language, ...others].map((each) => localeTag(each, tags))
  const wanted = new Set(['en-US', ...languages, ...(anyLanguage ? tags : [])])
  const found = new Map<string, string>()
  for (const tag of wanted) {
    const xml = tag && (ownLocales.get(tag) ?? (await packages.locale(tag)))
    if (tag !== undefined && xml !== undefined && xml !== '') found.set(tag, xml)
  }
  return found
}

async function refuse({id, place}: StyleWish, packages: StylePackages, report: Report): Promise<void> {
  report({
    id: 'citation-style-found',
    severity: 'error',
    reason: `Cannot find citation style \`${id}\`, expected the name of a CSL style or the path of a \`.csl\` file`,
    place,
    expected: nearest(idOf(id), [...(await packages.styleIds()), ...styleNames.keys()]),
    note: 'The names are those of https://github.com/citation-style-language/styles, such as `apa`.'
  })
}
