import type {Nodes} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {Terms} from '../../util/terms/words.ts'

/** What the handlers share. */
export interface State {
  readonly article: Article
  readonly terms: Terms
  /** Nodes to JATS, in order. */
  all(nodes: ReadonlyArray<Nodes>): Array<ElementContent>
  /** An identifier of the article's as an XML name, unique, and the same each time. */
  id(identifier: string): string
  /** A number that no box has yet. */
  nextBox(): number
  /** What an identifier stands for, as `xref`'s `ref-type`; `undefined` if nothing carries it. */
  refType(identifier: string): string | undefined
  /** Figures and tables that lie. */
  readonly lying: ReadonlySet<Nodes>
  /** MathML of a formula, in the prefix that the JATS DTD wants; `undefined` if its TeX cannot be read. */
  mathml(tex: string, display: boolean): Element | undefined
}

/** Leave out `undefined` and elements without content: JATS4R and PMC refuse empty ones; an `xref` needs none. */
export function present(elements: ReadonlyArray<Element | undefined>): Array<Element> {
  return elements.filter(
    (element) => element !== undefined && (element.children.length > 0 || element.name === 'xref')
  ) as Array<Element>
}

/** An element, or none where it would hold nothing. */
export function filled(
  name: string,
  attributes: Record<string, string>,
  children: ReadonlyArray<ElementContent>
): Array<Element> {
  return children.length === 0 ? [] : [x(name, attributes, [...children])]
}
