import type {Element, ElementContent, Root} from 'hast'

/** A place that the table of contents leads to, and those within it. */
export interface Entry {
  readonly id: string
  readonly title: string
  readonly entries: ReadonlyArray<Entry>
}

/** The sections of a page that have a heading, in reading order; those without an id are given one. */
export function outlineOf(tree: Root): ReadonlyArray<Entry> {
  const count = {sections: 0}
  return entriesIn(tree.children, count)
}

function entriesIn(children: ReadonlyArray<Root['children'][number]>, count: {sections: number}): ReadonlyArray<Entry> {
  return children.flatMap((child): ReadonlyArray<Entry> => {
    if (child.type !== 'element') return []
    if (child.tagName !== 'section') return entriesIn(child.children, count)
    count.sections += 1
    const place = count.sections
    const title = titleOf(child)
    const entries = entriesIn(child.children, count)
    if (title === undefined) return entries
    child.properties['id'] ??= `part-${place}`
    return [{id: String(child.properties['id']), title, entries}]
  })
}

/** The text of the heading that opens a section, or the box in which text runs on from it. */
function titleOf({children}: Element): string | undefined {
  const first = children.find((child) => child.type === 'element')
  if (first === undefined) return undefined
  if (/^h[1-6]$/.test(first.tagName)) return words(first).replace(/\s+/g, ' ').trim() || undefined
  return first.tagName === 'div' ? titleOf(first) : undefined
}

/** What is read aloud: the TeX beside a formula is not. */
function words(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.tagName === 'annotation') return ''
  return node.tagName === 'img' ? String(node.properties['alt'] ?? '') : node.children.map(words).join('')
}
