import type {CslItem} from '../../model/article.ts'
import {localeTag} from '../../util/locale-tag.ts'
import type {StyleElement} from './prune.ts'

/** Languages of works that are not the article's, by the tag of the locale that serves them. */
export type EntryLanguages = ReadonlyMap<string, ReadonlySet<string>>

/** The languages of works other than the article's own, whatever its region, as far as there are locales. */
export function entryLanguages(
  items: ReadonlyMap<string, CslItem>,
  language: string,
  tags: Iterable<string>
): EntryLanguages {
  const known = [...tags]
  const found = new Map<string, Set<string>>()
  for (const {language: own} of items.values()) {
    if (typeof own !== 'string' || primary(own) === primary(language)) continue
    const tag = localeTag(own, known)
    if (tag !== undefined) found.set(tag, (found.get(tag) ?? new Set()).add(own))
  }
  return found
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? language
}

/**
 * A style whose list prints each work with the words of its language, “и др.” for “et al.”: the layout of the list once
 * more for each language that it has no layout for, as CSL-M has it (citeproc-js manual, “cs:layout, locale”).
 */
export function withEntryTerms(style: StyleElement, languages: EntryLanguages): StyleElement {
  return {
    ...style,
    children: style.children.map((child) =>
      typeof child === 'string' || child.name !== 'bibliography' ? child : withLayouts(child, languages)
    )
  }
}

function withLayouts(bibliography: StyleElement, languages: EntryLanguages): StyleElement {
  const children = bibliography.children.flatMap((child) => {
    if (typeof child === 'string' || child.name !== 'layout' || child.attrs['locale'] !== undefined) return [child]
    const own = [...languages]
      .filter(([tag]) => !hasLayout(bibliography, tag))
      .map(([tag, spellings]): StyleElement => {
        const locale = [...new Set([tag, ...[...spellings].filter((each) => /^[\w-]+$/.test(each))])].join(' ')
        return {...structuredClone(child), attrs: {...child.attrs, locale}}
      })
    return [...own, child]
  })
  return {...bibliography, children}
}

function hasLayout({children}: StyleElement, tag: string): boolean {
  return children.some(
    (child) =>
      typeof child !== 'string' &&
      child.name === 'layout' &&
      (child.attrs['locale'] ?? '').split(/\s+/).some((locale) => locale !== '' && localeTag(locale, [tag]) === tag)
  )
}
