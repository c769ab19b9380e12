import type {Properties} from 'hast'
import type {Node} from 'unist'
import {attributesOf} from '../../model/attributes.ts'
import {directionOf} from '../../util/direction.ts'

/** What an author's attributes are in HTML: the classes, the id, and the language and direction among the pairs. */
export function authored(node: Node, classes: ReadonlyArray<string> = []): Properties {
  const {id, classes: own, pairs} = attributesOf(node)
  const className = [...classes, ...own.filter((name) => name !== '-')]
  const lang = pairs.get('lang')
  const dir = pairs.get('dir') ?? directionOf(lang ?? '')
  return {
    ...(id === undefined ? {} : {id}),
    ...(className.length === 0 ? {} : {className}),
    ...(lang === undefined ? {} : {lang}),
    ...(dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? {dir} : {})
  }
}
