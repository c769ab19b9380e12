import type {Root} from 'hast'
import {elementsOf} from './elements.ts'
import type {Styles} from './styles.ts'

/** Turn `style` attributes, such as those of formulas, into classes: the page's policy forbids them. */
export function rehypeStyles(styles: Styles) {
  return (tree: Root): void => {
    for (const {properties} of elementsOf(tree)) {
      const {style, className} = properties
      if (style === undefined) continue
      delete properties['style']
      if (typeof style !== 'string' || !/^[\w\s:;#.,%()+-]+$/.test(style) || /url|expression|@/i.test(style)) continue
      properties['className'] = [...(Array.isArray(className) ? className : []), styles.classOf(style)]
    }
  }
}
