import type {CitationTrouble, Library} from '../../model/article.ts'
import type {CitationStyle} from '../../model/manuscript.ts'
import {placeOf} from '../../model/place.ts'
import type {Cited} from './clusters.ts'
import {citationRules} from './engine.ts'

/** Locators that the author gave and that a style has no place for in its citations. */
export function unprintedLocators(
  cited: ReadonlyArray<Cited>,
  library: Library,
  style: CitationStyle
): ReadonlyArray<CitationTrouble> {
  const located = cited.flatMap(({node}) =>
    node.items.filter(({key, locator}) => locator !== undefined && library.has(key)).map((item) => ({node, item}))
  )
  if (located.length === 0 || /<(?:number|text)\s[^<>]*variable=["']locator["']/.test(citationRules(style))) return []
  return located.map(({node, item: {key, locator, label = 'page', position = node.position}}) => ({
    kind: 'locator-unprinted',
    text: `Cannot print ${label} \`${locator}\` in the citation of \`${key}\`: citation style \`${style.id}\` prints none`,
    place: placeOf({type: node.type, position})
  }))
}
