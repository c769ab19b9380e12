import type {Element} from 'hast'
import type {Html, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {across} from '../tree/place.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'
import {inlineElements} from './html-elements.ts'
import {isKnown} from './html-flow.ts'
import {isTaken, unknown, unpaired} from './html-safety.ts'
import {tagOf} from './html-tags.ts'

/** Make HTML in a line nodes of ours: tags come one by one and are paired within their parent. */
export function inlineHtml(root: Root, report: Report): void {
  for (const parent of parentsOf(root)) {
    if (isLine(parent) && childrenOf(parent).some(({type}) => type === 'html')) {
      setChildren(parent, paired(childrenOf(parent) as Array<PhrasingContent>, report))
    }
  }
}

const flowParents: ReadonlySet<string> = new Set(['blockquote', 'div', 'footnoteDefinition', 'listItem', 'root'])

/** Whether a parent holds a line of text and not blocks. */
export function isLine(parent: Parents): boolean {
  return !flowParents.has(parent.type)
}

interface Open {
  readonly element: Element
  readonly tag: Html
  readonly children: Array<PhrasingContent>
}

function paired(children: ReadonlyArray<PhrasingContent>, report: Report): ReadonlyArray<RootContent> {
  const out: Array<PhrasingContent> = []
  const open: Array<Open> = []
  // Counted by name, so that a closing tag of nothing costs no search.
  const counts = new Map<string, number>()
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by)
  const add = (nodes: ReadonlyArray<PhrasingContent>) => {
    const here = open.at(-1)?.children ?? out
    for (const node of nodes) here.push(node)
  }
  const enter = (opened: Open, isVoid: boolean) => {
    if (isVoid) return add(nodesOf(opened, opened.tag, report))
    open.push(opened)
    count(opened.element.tagName, 1)
  }
  const leave = (name: string, end: Html) => {
    if ((counts.get(name) ?? 0) === 0) {
      unpaired(`</${name}>`, `<${name}>`, placeOf(end), report)
      return isKnown(name) ? undefined : add([{...end, type: 'text'}])
    }
    const at = open.findLastIndex(({element}) => element.tagName === name)
    const [first, ...unclosed] = open.splice(at)
    if (first === undefined) return
    for (const {element} of [first, ...unclosed]) count(element.tagName, -1)
    const within = [...first.children, ...unclosed.flatMap((one) => nodesOf(one, undefined, report))]
    add(nodesOf({...first, children: within}, end, report))
  }
  for (const child of children) {
    const tag = child.type === 'html' ? tagOf(child.value) : undefined
    if (tag === undefined || child.type !== 'html') add([child])
    else if (tag.kind === 'open') enter({element: tag.element, tag: child, children: []}, tag.isVoid)
    else if (tag.kind === 'close') leave(tag.name, child)
  }
  return [...out, ...open.flatMap((one) => nodesOf(one, undefined, report))]
}

function nodesOf(
  {element, tag, children}: Open,
  end: Html | undefined,
  report: Report
): ReadonlyArray<PhrasingContent> {
  const place = placeOf(tag)
  if (!isTaken(element, place, report)) return end === undefined ? children : []
  const inline = inlineElements.get(element.tagName)
  if (inline === undefined) {
    unknown(element.tagName, place, report)
    // What HTML has not and nothing ends was not meant as a tag: `<name of file>`.
    const isText = end === undefined && !isKnown(element.tagName)
    return isText ? [{...tag, type: 'text'}, ...children] : children
  }
  // What never ends marks up nothing.
  if (end === undefined) {
    unpaired(`<${element.tagName}>`, `</${element.tagName}>`, place, report)
    return children
  }
  const position = across(tag.position, end.position)
  return inline(children, element).map((node) => placed(node, children, position))
}

function placed(
  node: PhrasingContent,
  children: ReadonlyArray<PhrasingContent>,
  position: Position | undefined
): PhrasingContent {
  return position === undefined || children.includes(node) ? node : {...node, position}
}
