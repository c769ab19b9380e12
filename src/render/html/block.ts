import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {List, ListItem} from 'mdast'
import type {NumberStyle} from '../../model/list-numbering.ts'
import type {DefinitionDescription, Handlers} from '../../model/nodes.ts'
import {numberingOf} from '../../util/list-marker.ts'
import {printMarks} from '../print-marks.ts'
import {authored} from './attributes.ts'
import {code} from './code.ts'
import type {Scope, Writer, Written} from './scope.ts'

/** Blocks that need no more than an element. */
export const block: Pick<
  Handlers<Writer, Written>,
  | 'blockquote'
  | 'code'
  | 'definitionDescription'
  | 'definitionList'
  | 'definitionTerm'
  | 'div'
  | 'list'
  | 'listItem'
  | 'paragraph'
  | 'root'
  | 'thematicBreak'
> = {
  blockquote: (node, {all}) => h('blockquote', authored(node), all(node)),
  code,
  definitionDescription: (node, {all, scope}) =>
    h('dd', {...authored(node), ...group('meaning', scope)}, described(node, all)),
  definitionList: (node, {all, scope}) => h('dl', {...authored(node), ...group('definitions', scope)}, all(node)),
  definitionTerm: (node, {all, scope}) => h('dt', {...authored(node), ...group('term', scope)}, all(node)),
  div: (node, {all}) =>
    h('div', {...authored(node), ...(node.identifier === undefined ? {} : {id: node.identifier})}, all(node)),
  list: (node, {all}) =>
    h(
      node.ordered === true ? 'ol' : 'ul',
      {
        ...authored(node, listClasses(node)),
        ...(types.has(numberingOf(node).style) ? {type: types.get(numberingOf(node).style)} : {}),
        ...(node.ordered === true && typeof node.start === 'number' && node.start !== 1 ? {start: node.start} : {})
      },
      all(node)
    ),
  listItem: (node, {all, parent}) => h('li', authored(node), [...box(node), ...itemContent(node, all, parent)]),
  paragraph: (node, {all}) => h('p', authored(node), all(node)),
  root: (node, {all}) => all(node),
  thematicBreak: (node) => h('hr', authored(node))
}

/** Parts of a list of definitions, for which a printed page has no tags: marked for those who make them. */
function group(mark: 'definitions' | 'meaning' | 'term', {medium, article}: Scope): Record<string, string> {
  return medium === 'screen' ? {} : {role: 'group', lang: `${article.meta.language}-${printMarks[mark]}`}
}

/** HTML's types of ordered lists (HTML Living Standard, 4.4.5). */
const types: ReadonlyMap<NumberStyle, string> = new Map([
  ['lower-alpha', 'a'],
  ['lower-roman', 'i'],
  ['upper-alpha', 'A'],
  ['upper-roman', 'I']
])

/** HTML has periods behind numbers, and nothing else; styles are named for what counts otherwise. */
function listClasses(node: List): ReadonlyArray<string> {
  if (node.children.some(isTask)) return ['tasks']
  const {delimiter, style} = numberingOf(node)
  return [...(delimiter === 'period' ? [] : [delimiter]), ...(style === 'decimal' ? [] : [style])]
}

function isTask(item: ListItem): boolean {
  return typeof item.checked === 'boolean'
}

/** A box that cannot be changed is words, not a control. */
function box({checked}: ListItem): Array<ElementContent> {
  if (typeof checked !== 'boolean') return []
  return [
    h('span', {className: ['check-box'], role: 'img', ariaLabel: checked ? '☑' : '☐'}, checked ? '[×]' : '[ ]'),
    {type: 'text', value: ' '}
  ]
}

function described(node: DefinitionDescription, all: Writer['all']): Array<ElementContent> {
  const written = all(node)
  const [only, ...others] = written
  const tight = !node.spread && others.length === 0 && only?.type === 'element' && only.tagName === 'p'
  return tight ? only.children : written
}

/** The paragraphs of a tight list are not set apart. */
function itemContent(node: ListItem, all: Writer['all'], parent: Writer['parent']): Array<ElementContent> {
  const written = all(node)
  if (parent?.type !== 'list' || isLoose(parent)) return written
  return written.flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? child.children : [child]))
}

function isLoose(list: List): boolean {
  return list.spread === true || list.children.some((item) => item.spread === true)
}
