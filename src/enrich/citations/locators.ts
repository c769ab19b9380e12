import type {CitationTrouble, Library} from '../../model/article.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import {placeOf} from '../../model/place.ts'
import type {Cited} from './clusters.ts'
import {citationRules} from './engine.ts'

const printing = new WeakMap<CitationStyle, boolean>()

function printsLocators(style: CitationStyle): boolean {
  const found = printing.get(style) ?? /<(?:number|text)\s[^<>]*variable=["']locator["']/.test(citationRules(style))
  printing.set(style, found)
  return found
}

/** Locators that the author gave and that a style has no place for in its citations. */
export function unprintedLocators(
  cited: ReadonlyArray<Cited>,
  library: Library,
  style: CitationStyle
): ReadonlyArray<CitationTrouble> {
  if (printsLocators(style)) return []
  const located = cited.flatMap(({node}) =>
    node.items.filter(({key, locator}) => locator !== undefined && library.has(key)).map((item) => ({node, item}))
  )
  return located.map(({node, item: {key, locator, label = 'page', position = node.position}}) => ({
    kind: 'locator-unprinted',
    text: `Cannot print ${label} \`${locator}\` in the citation of \`${key}\`: citation style \`${style.id}\` prints none`,
    place: placeOf({type: node.type, position})
  }))
}
