import type {Element, ElementContent, Root as Hast} from 'hast'
import type {Nodes, Root, RootContent} from 'mdast'
import type {Handler} from 'mdast-util-to-hast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {handlers} from './handlers.ts'
import {rehypeEmphasis} from './rehype-emphasis.ts'
import {rehypeIds} from './rehype-ids.ts'
import {rehypeLanguages} from './rehype-languages.ts'
import {rehypeStyles} from './rehype-styles.ts'
import {rehypeUnbroken} from './rehype-unbroken.ts'
import type {Scope, Writer, Written} from './scope.ts'

/** Writes parts of an article as HTML. */
export interface Fragments {
  /** Markdown's tree as markup. */
  html(children: ReadonlyArray<RootContent>): string
  /** Markdown's tree as HTML's, not yet passed through the plugins. */
  written(children: ReadonlyArray<RootContent>): Array<ElementContent>
  /** HTML's tree as markup. */
  markup(children: ReadonlyArray<Element>): string
}

/** A writer for all parts of one page: remark-rehype with a handler for every node, then what the whole page must hold to. */
export function fragmentsOf(scope: Scope): Fragments {
  const toHast = unified().use(remarkRehype, {handlers: bound(scope), clobberPrefix: ''})
  const finish = unified()
    .use(rehypeEmphasis, scope)
    .use(rehypeUnbroken)
    .use(rehypeStyles, scope.styles)
    .use(rehypeIds, scope.ids)
    .use(rehypeLanguages, scope.medium)
    .use(rehypeStringify, {allowDangerousHtml: false})
  const written = (children: ReadonlyArray<RootContent>) => {
    const root: Root = {type: 'root', children: [...children]}
    const tree = toHast.runSync(root) as Hast
    return tree.children.filter(isContent)
  }
  const markup = (children: ReadonlyArray<ElementContent>) => {
    const root: Hast = {type: 'root', children: [...children]}
    return finish.stringify(finish.runSync(root) as Hast)
  }
  return {html: (children) => markup(written(children)), written, markup}
}

function isContent(node: Hast['children'][number]): node is ElementContent {
  return node.type !== 'doctype'
}

/** The table in the form that remark-rehype takes. */
function bound(scope: Scope): Record<string, Handler> {
  const entries = Object.entries(handlers).map(([type, handler]): [string, Handler] => {
    const write = handler as (node: Nodes, writer: Writer) => Written
    return [type, (state, node: Nodes, parent) => write(node, {scope, parent, all: (inner) => state.all(inner)})]
  })
  return Object.fromEntries(entries)
}
