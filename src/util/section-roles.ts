import type {Heading} from 'mdast'
import {attributesOf} from '../model/attributes.ts'
import type {SectionRole} from '../model/section-role.ts'
import {isStatement, sectionRoles, statementKinds} from '../model/section-role.ts'
import {sectionWords} from './section-words.ts'
import {everyLanguage} from './terms.ts'
import {textOf} from './text.ts'

/** What the section that a heading opens is for: as its author says, `{.acknowledgements}` or `{role=ethics}`, or by its words. */
export function rolesOf(heading: Heading): ReadonlyArray<SectionRole> {
  const {classes, pairs} = attributesOf(heading)
  const wishes = [...classes, ...(pairs.get('role') ?? '').split(/[\s,|]+/)]
  const said = sectionRoles.filter((role) => wishes.includes(role))
  return said.length > 0 || wishes.includes('none') ? said : rolesOfTitle(textOf(heading))
}

/**
 * What a section with that title is for, in any of the languages whose words are known: of “Results and discussion” both.
 * None for a section of the article's own.
 */
function rolesOfTitle(title: string): ReadonlyArray<SectionRole> {
  const words = folded(title)
  const whole = rolesByWords().get(words)
  if (whole !== undefined) return whole
  if (/^(?:appendix|приложение|anhang) [\p{Lu}\d]{1,3}(?:[.:–—]|$)/iu.test(words)) return ['appendix']
  const parts = words.split(/ (?:and|&|и|va|ва|und|et|y|e) /).map((part) => rolesByWords().get(part))
  const known = parts.flatMap((roles) => roles ?? [])
  const isAll = parts.length > 1 && parts.every((roles) => roles !== undefined)
  // Of “Discussion and funding” no one part can stand with the declarations.
  return isAll && new Set(known.map(isStatement)).size === 1 ? [...new Set(known)] : []
}

/** The languages in which a title says “Abstract” or “Keywords”; English for what `terms` does not have. */
export function languagesOfTitle(title: string, role: 'abstract' | 'keywords'): ReadonlyArray<string> {
  const found = [...everyLanguage()].flatMap(([tag, words]) => (folded(words[role]) === folded(title) ? [tag] : []))
  return found.length === 0 ? ['en'] : found
}

/** In small letters, with one apostrophe, without a number before it and a stop after it. */
function folded(title: string): string {
  return title
    .toLowerCase()
    .replace(/[ʻʼ‘'`]/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:\d{1,2}(?:\.\d{1,2})*\.?|[ivx]{1,5}\.) /, '')
    .replace(/[.:]$/, '')
}

let found: ReadonlyMap<string, ReadonlyArray<SectionRole>> | undefined

function rolesByWords(): ReadonlyMap<string, ReadonlyArray<SectionRole>> {
  found ??= tableOf()
  return found
}

function tableOf(): ReadonlyMap<string, ReadonlyArray<SectionRole>> {
  const table = new Map<string, Array<SectionRole>>()
  const add = (words: string, role: SectionRole) => {
    const roles = table.get(folded(words))
    if (roles === undefined) table.set(folded(words), [role])
    else if (!roles.includes(role)) roles.push(role)
  }
  for (const role of sectionRoles) for (const words of sectionWords[role]?.split('|') ?? []) add(words, role)
  for (const [, {statements, abstract, keywords, references}] of everyLanguage()) {
    for (const kind of statementKinds) add(statements[kind], kind)
    add(abstract, 'abstract')
    add(keywords, 'keywords')
    add(references, 'references')
  }
  return table
}
