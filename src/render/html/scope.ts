import type {ElementContent} from 'hast'
import type {Nodes} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import type {ImageType} from '../../util/image-type.ts'
import type {Terms} from '../../util/terms.ts'
import type {Highlight} from './highlight.ts'
import type {Styles} from './styles.ts'

/** A page to read on a screen, or one to print: tags and roles differ, since browsers print some of them badly. */
export type Medium = 'print' | 'screen'

/** What the handlers of one page share. */
export interface Scope {
  readonly article: Article
  readonly medium: Medium
  readonly words: Terms
  /** Declarations that nodes need, as classes: the page's policy allows no `style` attributes. */
  readonly styles: Styles
  readonly highlight: Highlight
  /** The ids given so far; the first who claims one keeps it. */
  readonly ids: Set<string>
  /** Gives a picture its address, where pictures are files beside the page; else they stand inside it. */
  readonly addressOf?: ((source: Source, type: ImageType) => string) | undefined
  /** How many sections are open. */
  level: number
  /** How many citations are open: their links lead to references. */
  citing: number
  /** Whether bold italics occur. */
  boldItalic: boolean
}

/** What a handler is given beside its node. */
export interface Writer {
  readonly scope: Scope
  /** The node above. */
  readonly parent: Nodes | undefined
  /** The children of a node, written. */
  all(node: Nodes): Array<ElementContent>
}

export type Written = Array<ElementContent> | ElementContent | undefined

/** A role of DPUB-ARIA, on screens alone: printed by Chromium, such roles cost links and list items their PDF tags. */
export function role(scope: Scope, name: string): {role?: string} {
  return scope.medium === 'screen' ? {role: name} : {}
}
