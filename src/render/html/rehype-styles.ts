import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {Styles} from './styles.ts'

/** Turn `style` attributes, such as those of formulas, into classes: the page's policy forbids them. */
export function rehypeStyles(styles: Styles) {
  return (tree: Root): void => {
    visit(tree, 'element', ({properties}) => {
      const {style, className} = properties
      if (style === undefined) return
      delete properties['style']
      if (typeof style !== 'string' || !/^[\w\s:;#.,%()+-]+$/.test(style) || /url|expression|@/i.test(style)) return
      properties['className'] = [...(Array.isArray(className) ? className : []), styles.classOf(style)]
    })
  }
}
