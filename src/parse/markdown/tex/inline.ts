import type {PhrasingContent} from 'mdast'
import type {CrossReference} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {accents} from '../../bibliography/bibtex/tex-commands.ts'
import type {NoteMark} from '../transform/note-marks.ts'
import {asPhrasing} from '../transform/note-marks.ts'
import {citationsOf, citedText, keysIn} from './citations.ts'
import {
  accented,
  citing,
  defining,
  layout,
  letters,
  paging,
  plain,
  referring,
  sectioning,
  shapeOf,
  signs,
  spacing,
  styled,
  typed
} from './commands.ts'
import {graphicOf} from './graphics.ts'
import type {Group, Groups} from './groups.ts'
import {blanked, commandIn, groupsAt} from './groups.ts'
import {macroNode, nociteNode, theoremNode} from './macros.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {ReadGroup} from './reader.ts'

/** What a command of LaTeX says, in nodes of the model; of layout nothing, which is reported. */
export function inlineOf(node: TexNode, read: ReadGroup, report: Report): Array<PhrasingContent> {
  const accent = accentOf(node.source)
  if (accent !== undefined) return [{type: 'text', value: accent, ...at(node)}]
  const name = nameOf(node)
  const groups = groupsAt(node.source, nameEnd(node), shapeOf(name)?.groups)
  const sign = signs.get(name) ?? letters.get(name)
  if (sign !== undefined) return [{type: 'text', value: sign, ...at(node)}]
  if (layout.has(name) || spacing.has(name)) return leftOut(node, name, report)
  if (defining.has(name)) return macroNode(node)
  const mode = citing.get(name)
  if (mode !== undefined) return citationsOf(node, groups, mode, read)
  const make = makers.get(name)
  return make?.(node, groups, read, report) ?? referenceOf(node, name, groups) ?? textOf(node, name, groups, read)
}

type Make = (node: TexNode, groups: Groups, read: ReadGroup, report: Report) => Array<PhrasingContent> | undefined

const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['citetext', (node, {required: [text]}, read) => text && citedText(read(text), node)],
  ['nocite', (node, {required: [keys]}) => keys && nociteNode(node, keys)],
  ['newtheorem', theoremNode],
  ['includegraphics', (node, groups, _, report) => [graphicOf({...groups, at: 0}, 0, node, report)]],
  ['footnotemark', (node, {optional: [number]}) => [mark('noteMark', node, number, [])]],
  [
    'footnotetext',
    (node, {optional: [number], required: [text]}, read) => [mark('noteText', node, number, text ? read(text) : [])]
  ],
  // No file of the folder, or not by itself on its line.
  ...['input', 'include'].map((name): [string, Make] => [name, notIncluded]),
  // A heading begins its line.
  ...[...sectioning.keys()].map((name): [string, Make] => [
    name,
    (node) => [{type: 'text', value: node.source, ...at(node)}]
  ])
])

function mark(
  type: NoteMark['type'],
  node: TexNode,
  number: Group | undefined,
  children: Array<PhrasingContent>
): PhrasingContent {
  return asPhrasing({type, children, ...(number === undefined ? {} : {number: number.text.trim()}), ...at(node)})
}

function notIncluded(node: TexNode, {required: [name]}: Groups, _: ReadGroup, report: Report): Array<PhrasingContent> {
  const reason = `Cannot read in \`${name?.text ?? ''}\`: the command is kept as it is`
  const note = 'Name a file of the manuscript’s folder, alone on a line.'
  report({id: 'placeholder-filled', severity: 'error', reason, place: placeOf(node), note})
  return [{type: 'inlineCode', value: node.source, ...at(node)}]
}

/** `\'{e}`, `\c{c}`, `\"{\i}`: the letter with its accent; an accent on anything else is text as it stands. */
function accentOf(source: string): string | undefined {
  const [, accent = '', command, letter] =
    /^\\([^\sA-Za-z]|[bcdHkrtuv])\{\s*(?:\\([ij])|(\p{L}{1,2}))\s*\}$/u.exec(source) ?? []
  const combining = accents.get(accent)
  const base = letter ?? command
  if (combining === undefined || base === undefined)
    return accented.has(/^\\([A-Za-z]*)/.exec(source)?.[1] ?? '') ? source : undefined
  const [first = '', ...rest] = base
  return `${first}${combining}${rest.join('')}`.normalize('NFC')
}

/** The name of a command, without its star. */
export function nameOf({source}: TexNode): string {
  return /^\\([A-Za-z]*)/.exec(source)?.[1] ?? ''
}

function nameEnd({source}: TexNode): number {
  return /^\\[A-Za-z]*\*?/.exec(source)?.[0].length ?? 0
}

function at({position}: TexNode): Pick<PhrasingContent, 'position'> {
  return position === undefined ? {} : {position}
}

function leftOut(node: TexNode, name: string, report: Report): Array<PhrasingContent> {
  const reason = `Cannot use the LaTeX command \`\\${name}\`, which is about layout: it is left out`
  const note = 'The journal’s template decides where lines and pages end.'
  report({id: 'tex-layout', severity: 'info', reason, place: placeOf(node), note})
  return []
}

function referenceOf(node: TexNode, name: string, {required}: Groups): Array<PhrasingContent> | undefined {
  const kind = referring.get(name)
  const [group] = required
  if (kind === undefined || group === undefined) return undefined
  const targets = keysIn(group).map((key) => ({label: key.text, ...positionIn(node, key.at, key.text.length)}))
  if (targets.length === 0) return []
  const reference: CrossReference = {type: 'crossReference', targets, ...kind, children: [], ...at(node)}
  return name === paging ? [withClass('page', [reference], node)] : [reference]
}

function textOf(node: TexNode, name: string, {required}: Groups, read: ReadGroup): Array<PhrasingContent> {
  const [first, second] = required
  if (first === undefined) return [{type: 'text', value: node.source, ...at(node)}]
  if (name === 'url') return [linkTo(first, [{type: 'text', value: first.text}], node)]
  if (name === 'href') return [linkTo(first, second === undefined ? [] : read(second), node)]
  if (typed.has(name)) return [{type: 'inlineCode', value: unescaped(first.text), ...at(node)}]
  if (name === 'footnote') return [noteOf(first, node, read)]
  const children = read(first)
  const style = styled.get(name)
  if (style === undefined || plain.has(name)) return children
  if (style.startsWith('.')) {
    return [withClass(style.slice(1), children, node)]
  }
  return [{type: style, children, ...at(node)} as PhrasingContent]
}

/** A note may be labelled: `\footnote{\label{fn:a}Words.}`. */
function noteOf(group: Group, node: TexNode, read: ReadGroup): PhrasingContent {
  const label = commandIn(group.text, 'label')
  const id = label?.required[0]?.text.trim()
  const text = label === undefined ? group.text : blanked(group.text, label.at, label.end)
  const lead = text.length - text.trimStart().length
  const children = read({text: text.trim(), at: group.at + lead})
  const data = id === undefined ? {} : {data: {attributes: {id, classes: [], pairs: new Map()}}}
  return {type: 'inlineNote', children, ...data, ...at(node)} as unknown as PhrasingContent
}

function withClass(name: string, children: Array<PhrasingContent>, node: TexNode): PhrasingContent {
  return {type: 'span', children, data: {attributes: {classes: [name], pairs: new Map()}}, ...at(node)}
}

function linkTo({text}: Group, children: Array<PhrasingContent>, node: TexNode): PhrasingContent {
  return {type: 'link', url: unescaped(text.trim()), children, ...at(node)}
}

/** `\_` and `\%` are the characters. */
function unescaped(text: string): string {
  return text.replace(/\\([#$%&_{}~])/g, '$1')
}
