import type {Link, Nodes, PhrasingContent, Root, RootContent} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {nearest} from '../../../util/nearest.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import type {ReadInline} from '../transform/figures.ts'
import {childrenOf} from '../tree/raw.ts'
import {asDialect} from './raw.ts'

/** What placeholders stand for: texts by name, `a.b` being what stands under `b` in `a`. */
export interface Values {
  /** Of the front matter: Quarto's `{{< meta title >}}`. */
  readonly meta: ReadonlyMap<string, string>
  /** Of `_variables.yml`: Quarto's `{{< var version >}}`. */
  readonly variables: ReadonlyMap<string, string>
  /** MyST's `substitutions`: `{{ name }}`. */
  readonly substitutions: ReadonlyMap<string, string>
}

/** Nothing to fill in. */
export const noValues: Values = {meta: new Map(), variables: new Map(), substitutions: new Map()}

/**
 * Fill in Quarto's shortcodes (https://quarto.org/docs/authoring/shortcodes.html) and MyST's substitutions; those that
 * nothing is known of stay to be seen, and are told.
 */
export function placeholders(root: Root, values: Values, inline: ReadInline, report: Report): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => asDialect(child)?.type === 'placeholder')) continue
    const filled = children.flatMap((child): ReadonlyArray<RootContent> => {
      const own = asDialect(child)
      return own?.type === 'placeholder' ? filledIn(child, own.value, {values, inline, report}) : [child]
    })
    setChildren(parent, filled)
  }
}

interface Means {
  readonly values: Values
  readonly inline: ReadInline
  readonly report: Report
}

function filledIn(node: Nodes, source: string, means: Means): ReadonlyArray<PhrasingContent> {
  const [, shortcode, rest = ''] = /^\{\{<\s*([^\s>]*)\s*(.*?)\s*>\}\}$/s.exec(source) ?? []
  if (shortcode === 'pagebreak') return pageBreak(node, means.report)
  if (shortcode === 'video') return video(node, rest, source, means.report)
  if (shortcode === 'kbd') return [key(rest)]
  const table = tableOf(shortcode, means.values)
  const name = shortcode === undefined ? (/^\{\{\s*(.*?)\s*\}\}$/s.exec(source)?.[1] ?? '') : rest
  const value = table?.get(name.replace(/^(["'])(.*)\1$/, '$2'))
  if (value !== undefined) return copied(means.inline(value), node)
  const expected = shortcode === 'meta' || shortcode === 'var' ? nearest(name, [...(table?.keys() ?? [])]) : []
  return kept(node, source, shortcode, expected, means.report)
}

function tableOf(shortcode: string | undefined, values: Values): ReadonlyMap<string, string> | undefined {
  if (shortcode === undefined) return values.substitutions
  return shortcode === 'meta' ? values.meta : shortcode === 'var' ? values.variables : undefined
}

/** What is put in stands where the placeholder stood. */
function copied(nodes: ReadonlyArray<PhrasingContent>, {position}: Nodes): ReadonlyArray<PhrasingContent> {
  return position === undefined ? nodes : nodes.map((node) => ({...node, position}))
}

/** Pages end where the template ends them, as with LaTeX's `\newpage`. */
function pageBreak(node: Nodes, report: Report): ReadonlyArray<PhrasingContent> {
  const reason = 'Cannot use the shortcode `pagebreak`, which is about layout: it is left out'
  report({id: 'placeholder-filled', severity: 'info', reason, place: placeOf(node)})
  return []
}

/** An article plays no films: a link leads there. */
function video(node: Nodes, rest: string, source: string, report: Report): ReadonlyArray<PhrasingContent> {
  const url = /^["']?(https?:\/\/[^\s"']+)/.exec(rest)?.[1]
  if (url === undefined) return kept(node, source, 'video', [], report)
  const title = /\btitle=(["'])(.*?)\1/.exec(rest)?.[2] ?? url
  const reason = 'Cannot play a video in an article: a link to it stands in its place'
  report({id: 'placeholder-filled', severity: 'info', reason, place: placeOf(node)})
  const link: Link = {type: 'link', url, children: [{type: 'text', value: title}]}
  return [node.position === undefined ? link : {...link, position: node.position}]
}

/** `{{< kbd Shift-Ctrl-P mac=… >}}`. */
function key(rest: string): PhrasingContent {
  const value = /^(["'])(.*?)\1/.exec(rest)?.[2] ?? rest.split(/\s/)[0] ?? ''
  const data = {attributes: {classes: ['kbd'], pairs: new Map<string, string>()}}
  return {type: 'span', children: [{type: 'text', value}], data}
}

function kept(
  node: Nodes,
  value: string,
  shortcode: string | undefined,
  expected: ReadonlyArray<string>,
  report: Report
): ReadonlyArray<PhrasingContent> {
  const what = shortcode === undefined ? `\`${value}\`` : `the shortcode \`${shortcode}\``
  const reason = `Cannot fill in ${what}: it is kept as it is`
  const isInclude = shortcode === 'include'
  const note = isInclude ? 'Name a file of the manuscript’s folder, alone on a line.' : undefined
  report({
    id: 'placeholder-filled',
    severity: isInclude ? 'error' : 'warning',
    reason,
    place: placeOf(node),
    expected,
    note
  })
  return [{type: 'text', value, ...(node.position === undefined ? {} : {position: node.position})}]
}
