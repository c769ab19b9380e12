import type {BlockContent, Code, RootContent} from 'mdast'
import type {Math as DisplayMath} from 'mdast-util-math'
import type {DefinitionDescription, DefinitionList, Div} from '../../../model/nodes.ts'
import {formulas, transparent} from './environment-names.ts'
import {figures, longTable, table} from './floats.ts'
import type {Group} from './groups.ts'
import {blanked, commandsIn, groupsAt} from './groups.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {Environment, TexReader} from './reader.ts'
import {statementNode, trimmed} from './statements.ts'
import {tabular} from './tabular.ts'

/** What an environment of LaTeX holds, in nodes of the model. */
export function environmentOf(node: TexNode, reader: TexReader): ReadonlyArray<RootContent> {
  const environment = partsOf(node)
  const {name, body} = environment
  if (formulas.has(name)) return displays(environment, reader)
  switch (name) {
    case 'figure':
    case 'sidewaysfigure':
    case 'wrapfigure':
      return figures(environment, reader)
    case 'table':
    case 'sidewaystable':
    case 'wraptable':
      return [table(environment, reader)]
    case 'longtable':
      return [longTable(environment, reader)]
    case 'tabular':
    case 'tabularx':
    case 'tabulary':
      return [tabular(node, behindWidth(environment), reader)]
    case 'description':
      return [descriptions(environment, reader)]
    case 'itemize':
    case 'enumerate':
      return listOf(environment, reader)
    case 'quote':
    case 'quotation':
      return [{type: 'blockquote', children: reader.blocks(body) as Array<BlockContent>, ...at(node)}]
    case 'subequations':
      return [subequations(environment, reader)]
    case 'verbatim':
    case 'lstlisting':
    case 'minted':
      return [code(environment)]
    case 'center':
    case 'flushleft':
    case 'flushright':
    case 'landscape':
      return [aligned(environment, reader)]
    default:
      return transparent.has(name) ? reader.blocks(inside(environment)) : [statementNode(environment, reader)]
  }
}

function at({position}: TexNode): Pick<RootContent, 'position'> {
  return position === undefined ? {} : {position}
}

function partsOf(node: TexNode): Environment {
  const {source} = node
  const [opening = '', name = '', star = ''] = /^\\begin\{([A-Za-z]+)(\*?)\}/.exec(source) ?? []
  const end = source.lastIndexOf('\\end{')
  return {name, starred: star !== '', body: {text: source.slice(opening.length, end), at: opening.length}, node}
}

/** LaTeX's displays as ours; `equations` reads what is in them. amsmath's `\intertext` is a paragraph between two. */
function displays({name, starred, body, node}: Environment, reader: TexReader): ReadonlyArray<RootContent> {
  const between = [...commandsIn(body.text, 'intertext'), ...commandsIn(body.text, 'shortintertext')]
  if (between.length === 0) return [{type: 'math', value: node.source.trim(), data: {native: true}, ...at(node)}]
  const full = name + (starred ? '*' : '')
  const formula = (from: number, to: number): DisplayMath => ({
    type: 'math',
    value: `\\begin{${full}}${body.text.slice(from, to).replace(/\\\\\s*$/, '')}\\end{${full}}`,
    data: {native: true},
    ...positionIn(node, body.at + from, to - from)
  })
  const sorted = between.toSorted((one, other) => one.at - other.at)
  const content = sorted.flatMap((each, index): ReadonlyArray<RootContent> => {
    const [words] = each.required
    const text = words === undefined ? {text: '', at: 0} : {text: words.text, at: body.at + words.at}
    return [
      {type: 'paragraph', children: reader.inline(text), ...positionIn(node, body.at + each.at, each.end - each.at)},
      formula(each.end, sorted[index + 1]?.at ?? body.text.length)
    ]
  })
  return [formula(0, sorted[0]?.at ?? 0), ...content]
}

/** Without the lengths and numbers behind the name: `\begin{minipage}[t]{0.5\textwidth}`. */
function inside({body}: Environment): Group {
  const {end} = groupsAt(body.text, 0)
  return trimmed({text: blanked(body.text, 0, end), at: body.at})
}

/** `tabular*` and its like say first how wide they are. */
function behindWidth({name, starred, body}: Environment): Group {
  if (name === 'tabular' && !starred) return body
  const {required, end} = groupsAt(body.text, /^\s*/.exec(body.text)?.[0].length ?? 0, 1)
  return required.length === 0 ? body : {text: body.text.slice(end), at: body.at + end}
}

/** `\item[term] …`, one definition each. */
function descriptions({body, node}: Environment, reader: TexReader): DefinitionList {
  const starts = itemsIn(body.text)
  const children = starts.flatMap(({begin, end: from}, index): DefinitionList['children'] => {
    const to = starts[index + 1]?.begin ?? body.text.length
    const {optional, end} = groupsAt(body.text, from, 0)
    const [term] = optional
    const until = term === undefined ? from : end
    const text = body.text.slice(until, to).trimEnd()
    const words = term === undefined ? [] : reader.inline({text: term.text, at: body.at + term.at})
    const place = positionIn(node, body.at + begin, to - begin)
    const meaning = reader.blocks({text, at: body.at + until}) as DefinitionDescription['children']
    return [
      {type: 'definitionTerm', children: words, ...place},
      {type: 'definitionDescription', spread: false, children: meaning, ...place}
    ]
  })
  return {type: 'definitionList', children, ...at(node)}
}

/** Items begin at `\item` of this list, not of one inside of it. */
function listOf({name, body, node}: Environment, reader: TexReader): ReadonlyArray<RootContent> {
  const starts = itemsIn(body.text)
  if (starts.length === 0) return reader.blocks(body)
  const items = starts.map(({begin, end: from}, index) => {
    const to = starts[index + 1]?.begin ?? body.text.length
    const children = reader.blocks({text: body.text.slice(from, to).trimEnd(), at: body.at + from})
    return {
      type: 'listItem',
      spread: false,
      children: children as Array<BlockContent>,
      ...positionIn(node, body.at + begin, to - begin)
    } as const
  })
  return [{type: 'list', ordered: name === 'enumerate', spread: false, children: items, ...at(node)}]
}

function itemsIn(text: string): ReadonlyArray<{readonly begin: number; readonly end: number}> {
  const items: Array<{begin: number; end: number}> = []
  let depth = 0
  for (const {0: token, index} of text.matchAll(
    /\\begin\{(?:description|enumerate|itemize)\}|\\end\{(?:description|enumerate|itemize)\}|\\item\b[ \t]*/g
  )) {
    if (token.startsWith('\\begin')) depth++
    else if (token.startsWith('\\end')) depth--
    else if (depth === 0) items.push({begin: index, end: index + token.length})
  }
  return items
}

/** `verbatim`, and `lstlisting` and `minted` with their languages. */
function code({body, node}: Environment): Code {
  const language =
    /^\[[^\]\n]*language=\{?([\w+]+)/i.exec(body.text) ?? /^(?:\[[^\]\n]*\])?\{([\w+-]+)\}/.exec(body.text)
  const value = body.text.replace(/^(?:\[[^\]\n]*\])?(?:\{[\w+-]+\})?[ \t]*\n/, '').trimEnd()
  return {type: 'code', lang: language?.[1]?.toLowerCase() ?? null, value, ...at(node)}
}

/** A division whose formulas are lettered parts of one equation, which its label names. */
function subequations({body, node}: Environment, reader: TexReader): Div {
  const [found] = commandsIn(body.text, 'label')
  const isOwn = found !== undefined && !body.text.slice(0, found.at).includes('\\begin')
  const id = isOwn ? found.required[0]?.text.trim() : undefined
  const text = isOwn ? blanked(body.text, found.at, found.end) : body.text
  const attributes = {classes: ['subequations'], pairs: new Map<string, string>(), ...(id === undefined ? {} : {id})}
  return {type: 'div', children: reader.blocks(trimmed({text, at: body.at})), data: {attributes}, ...at(node)}
}

/** `center` and its like, and `landscape`: a division of that class. */
function aligned({name, body, node}: Environment, reader: TexReader): Div {
  return {
    type: 'div',
    children: reader.blocks(body),
    data: {attributes: {classes: [name], pairs: new Map()}},
    ...at(node)
  }
}
