import type {Element} from 'hast'
import {h} from 'hastscript'
import type {RootContent} from 'mdast'
import type {Section} from '../../model/nodes.ts'
import {textOf} from '../../util/text.ts'

/** Fewer sections than this need no table of contents. */
const least = 3
/** How deep the table goes. */
const depth = 2

/** The table of contents as a list of links; `undefined` where there is little to list. */
export function contentsOf(body: ReadonlyArray<RootContent>): Element | undefined {
  const sections = sectionsIn(body)
  return sections.length < least ? undefined : listOf(sections, 1)
}

function listOf(sections: ReadonlyArray<Section>, level: number): Element {
  return h(
    'ol',
    sections.map((section) => {
      const inner = level < depth ? sectionsIn(section.children) : []
      return h('li', [linkTo(section), ...(inner.length === 0 ? [] : [listOf(inner, level + 1)])])
    })
  )
}

function linkTo(section: Section): Element {
  const [heading] = section.children
  const title = heading === undefined ? '' : textOf(heading)
  const number = section.number === undefined ? [] : [h('span', {className: ['number']}, section.number), ' ']
  return h('a', {href: `#${encodeURIComponent(section.identifier)}`}, [
    ...number,
    title === '' ? section.identifier : title
  ])
}

function sectionsIn(children: ReadonlyArray<RootContent>): ReadonlyArray<Section> {
  return children.filter((child) => child.type === 'section')
}
