import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {PhrasingContent, RootContent} from 'mdast'
import type {Meta} from '../../model/meta.ts'
import type {Section} from '../../model/nodes.ts'
import type {Options} from '../../model/template.ts'
import {printMarks} from '../print-marks.ts'
import type {Fragments} from './fragment.ts'
import type {Medium} from './scope.ts'

/** Fewer sections than this need no table of contents, unless it is asked for. */
const least = 3
/** How deep the table goes, if nobody says. */
const usual = 2

/** What is known of the table beside the sections. */
interface ContentsOptions {
  readonly meta: Meta
  /** The template's `contents` (whether pages to print have the table) and `contentsDepth`. */
  readonly settings: Options
  readonly medium: Medium
  readonly written: Fragments['written']
}

/** The table of contents as a list of links, for paper with the numbers of pages; `undefined` where there is little to list, or none is wanted. */
export function contentsOf(body: ReadonlyArray<RootContent>, options: ContentsOptions): Element | undefined {
  const {meta, settings, medium} = options
  const shown = meta.contents?.shown ?? (medium === 'print' ? settings['contents'] === true : undefined)
  const sections = sectionsIn(body)
  if (shown === false || sections.length < (shown === true ? 1 : least)) return undefined
  const set = settings['contentsDepth']
  const depth = meta.contents?.depth ?? (typeof set === 'number' ? set : usual)
  const list = listOf(sections, depth, options)
  if (medium === 'screen') return list
  return h('div', {role: 'group', lang: `${meta.language}-${printMarks.contents}`}, [list])
}

function listOf(sections: ReadonlyArray<Section>, depth: number, options: ContentsOptions): Element {
  return h(
    'ol',
    sections.map((section) => {
      const inner = depth > 1 ? sectionsIn(section.children) : []
      return h('li', [entryOf(section, options), ...(inner.length === 0 ? [] : [listOf(inner, depth - 1, options)])])
    })
  )
}

function entryOf(section: Section, options: ContentsOptions): Element {
  const href = `#${encodeURIComponent(section.identifier)}`
  const title = titleOf(section, options.written)
  if (options.medium === 'screen') {
    const number = section.number === undefined ? [] : [h('span', {className: ['number']}, section.number), ' ']
    return h('a', {href}, [...number, ...title])
  }
  // Spaces that do not break are painted at the ends of boxes, too, and so part the words in the tags.
  const number = section.number === undefined ? [] : [h('span', {className: ['number']}, `${section.number}\u00a0`)]
  return h('div', {role: 'group', lang: `${options.meta.language}-${printMarks.reference}`}, [
    h('a', {href}, [
      ...number,
      h('span', {className: ['title']}, title),
      h('span', {className: ['leader'], ariaHidden: 'true'}),
      h('span', {className: ['page-number'], dataPage: '\u00a0#'})
    ])
  ])
}

function titleOf(section: Section, written: Fragments['written']): Array<ElementContent> {
  const [heading] = section.children
  const children = heading?.type === 'heading' ? plain(heading.children) : []
  const [paragraph] = written([{type: 'paragraph', children}])
  const title = paragraph?.type === 'element' ? paragraph.children : []
  return title.length === 0 ? [{type: 'text', value: section.identifier}] : title
}

/** Without what leads elsewhere, and without notes. */
function plain(nodes: ReadonlyArray<PhrasingContent>): Array<PhrasingContent> {
  return nodes.flatMap((node): ReadonlyArray<PhrasingContent> => {
    if (node.type === 'footnoteReference') return []
    if (node.type === 'image') return [{type: 'text', value: node.alt ?? ''}]
    if (!('children' in node)) return [node]
    const children = plain(node.children)
    const isLink = node.type === 'link' || node.type === 'citation' || node.type === 'crossReference'
    return isLink ? children : [{...node, children} as PhrasingContent]
  })
}

function sectionsIn(children: ReadonlyArray<RootContent>): ReadonlyArray<Section> {
  return children.filter((child) => child.type === 'section')
}
