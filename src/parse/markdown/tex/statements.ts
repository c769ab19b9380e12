import type {PhrasingContent, Root, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Attributes} from '../../../model/attributes.ts'
import type {Div} from '../../../model/nodes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {nearest} from '../../../util/nearest.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import type {Group} from './groups.ts'
import {blanked, commandIn, groupsAt} from './groups.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {Environment, TexReader} from './reader.ts'
import type {TheoremName} from './theorem-names.ts'
import {statementOf} from './theorem-names.ts'

/** An environment that may be a theorem, in the tree until all definitions are known. */
interface Statement {
  readonly type: 'texStatement'
  readonly name: string
  readonly starred: boolean
  /** What stands in brackets behind the name, as typed. */
  readonly title: string | undefined
  readonly label: string | undefined
  /** The lines that open and close it. */
  readonly ends: readonly [Ends, Ends]
  readonly children: Array<RootContent>
  readonly position?: Position | undefined
}

interface Ends {
  readonly text: string
  readonly place: {position?: Position}
}

/** `\\begin{theorem}[Pythagoras]\\label{thm:p} … \\end{theorem}`, of any name. */
export function statementNode({name, starred, body, node}: Environment, reader: TexReader): RootContent {
  const {optional, end} = groupsAt(body.text, 0, 0)
  const [title] = body.text.startsWith('[') ? optional : []
  const from = title === undefined ? 0 : end
  const whole = blanked(body.text, 0, from)
  const label = commandIn(firstLine(whole), 'label')
  const text = label === undefined ? whole : blanked(whole, label.at, label.end)
  const statement: Statement = {
    type: 'texStatement',
    name,
    starred,
    title: title?.text.trim(),
    label: label?.required[0]?.text.trim(),
    ends: [endAt(node, 0, body.at + from), endAt(node, body.at + body.text.length, node.source.length)],
    children: reader.blocks(trimmed({text, at: body.at})),
    ...(node.position === undefined ? {} : {position: node.position})
  }
  return statement as unknown as RootContent
}

/** A label that stands further on may be that of a formula. */
function firstLine(text: string): string {
  return /^\s*[^\n]*/.exec(text)?.[0] ?? ''
}

function endAt(node: TexNode, from: number, to: number): Ends {
  return {text: node.source.slice(from, to).trim(), place: positionIn(node, from, to - from)}
}

/** Without the white space that LaTeX does not see, and Markdown would take for code. */
export function trimmed({text, at}: Group): Group {
  const lead = text.length - text.trimStart().length
  return {text: text.trim().replace(/\n[ \t]+/g, '\n'), at: at + lead}
}

/** Make theorems and their like of environments, by the names that authors give and define; what is none is text, visibly. */
export function statements(root: Root, defined: ReadonlyArray<TheoremName>, report: Report): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (!children.some((child) => asStatement(child) !== undefined)) continue
    setChildren(
      parent,
      children.flatMap((child) => {
        const statement = asStatement(child)
        return statement === undefined ? [child] : made(statement, defined, report)
      })
    )
  }
}

function asStatement(node: RootContent): Statement | undefined {
  const type: string = node.type
  return type === 'texStatement' ? (node as unknown as Statement) : undefined
}

function made(statement: Statement, defined: ReadonlyArray<TheoremName>, report: Report): ReadonlyArray<RootContent> {
  const {name, starred, title, label, children, position} = statement
  const {kind, own} = statementOf(name, defined)
  if (kind === undefined && own === undefined) return shown(statement)
  const classes = [kind ?? name, ...(starred || own?.unnumbered === true ? ['unnumbered'] : [])]
  const pairs = new Map(title === undefined ? [] : [['name', title]])
  const attributes: Attributes = {...(label === undefined ? {} : {id: label}), classes, pairs}
  const div: Div = {type: 'div', children, data: {attributes}, ...(position === undefined ? {} : {position})}
  if (kind === undefined) nameless(div, own?.word ?? name, title, report)
  return [div]
}

/** A statement of a kind that nobody counts begins with its word. */
function nameless(div: Div, word: string, title: string | undefined, report: Report): void {
  const value = `${word}${title === undefined ? '' : ` (${title})`}.`
  const lead: PhrasingContent = {type: 'strong', children: [{type: 'text', value}]}
  const [first] = div.children
  if (first?.type === 'paragraph') first.children.unshift(lead, {type: 'text', value: ' '})
  else div.children.unshift({type: 'paragraph', children: [lead]})
  const reason = `Cannot number \`${word}\`, expected a kind of statement that is known`
  const expected = nearest(word.toLowerCase(), ['theorem', 'lemma', 'proposition', 'corollary', 'conjecture', 'remark'])
  report({id: 'statement-known', severity: 'warning', reason, place: placeOf(div), expected})
}

/** What is not understood stays to be seen, between the lines that opened and closed it. */
function shown({ends: [begin, end], children}: Statement): ReadonlyArray<RootContent> {
  const line = ({text, place}: Ends): RootContent => {
    return {type: 'paragraph', children: [{type: 'text', value: text, ...place}], ...place}
  }
  return [line(begin), ...children, line(end)]
}
