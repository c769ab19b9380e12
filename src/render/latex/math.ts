import type {Math as DisplayMath, InlineMath} from 'mdast-util-math'
import type {EquationLine} from '../../model/equation.ts'
import type {Div} from '../../model/nodes.ts'
import {linedTex} from '../../util/equations.ts'
import {letters} from '../../util/letters.ts'
import {mathml} from '../../util/mathml.ts'
import {printable} from './escape.ts'
import type {State} from './state.ts'

/** A formula in running text, its TeX as the author wrote it. */
export function inlineMath(node: InlineMath, state: State): string {
  return readable(node.value, state)
    ? `$${node.value.trim().startsWith('%') ? '{}' : ''}${inMath(node.value)}${endsInComment(node.value) ? '\n' : ''}$`
    : unreadable(node.value, state)
}

/** A formula on a line of its own, with its number if it has one. */
export function math(node: DisplayMath, state: State): string {
  const {identifier, number} = node.data ?? {}
  if (!readable(node.value, state)) return unreadable(node.value, state)
  if (node.data?.lines !== undefined) return inMath(linedTex(node, (line) => endOf(line, state)))
  const tex = rows(inMath(node.value))
  if (number === undefined) return native(tex, '') ?? `\\begin{equation*}\n${tex}\n\\end{equation*}`
  const isNext = countsTo(number, state)
  const name = identifier === undefined ? undefined : state.names(identifier)
  const label = name === undefined ? '' : `\\label{${name}}`
  const own = native(tex, isNext ? label : '')
  if (own !== undefined) return name === undefined || own.includes(label) ? own : `\\markas{${name}}{${number}}\n${own}`
  return isNext
    ? `\\begin{equation}${label}\n${tex}\n\\end{equation}`
    : `\\begin{equation*}\\tag{${state.text(number)}}${label}\n${tex}\n\\end{equation*}`
}

/** amsmath's `subequations`, if LaTeX's own counters come to its numbers; else each formula is tagged with its own. */
export function subequations({identifier, number = '', children}: Div, state: State): string {
  const {counters} = state
  const name = identifier === undefined ? undefined : state.names(identifier)
  if (counters.has('parentequation') || !countsTo(number, state))
    return `${name === undefined ? '' : `\\markas{${name}}{${state.text(number)}}%\n`}${state.all(children)}`
  const parent = counters.get('equation') ?? 0
  counters.set('parentequation', parent).set('equation', 0)
  const written = state.all(children).trim()
  counters.set('equation', parent).delete('parentequation')
  return `\\begin{subequations}${name === undefined ? '' : `\\label{${name}}`}\n${written}\n\\end{subequations}\n\n`
}

/** Whether LaTeX's counter, stepped, comes to a number; it is stepped if so. */
function countsTo(number: string, {counters}: State): boolean {
  const next = (counters.get('equation') ?? 0) + 1
  const parent = counters.get('parentequation')
  if (number !== (parent === undefined ? String(next) : parent + letters(next).toLowerCase())) return false
  counters.set('equation', next)
  return true
}

/** What a line of a formula is numbered and named by: LaTeX's own counter where that comes to the same. */
function endOf({identifier, number}: EquationLine, state: State): string {
  if (number === undefined) return '\\notag'
  const isNext = countsTo(number, state)
  const label = identifier === undefined ? '' : `\\label{${state.names(identifier)}}`
  return isNext ? label : `\\tag{${state.text(number)}}${label}`
}

/** TeX that MathML could be made of has even braces and does nothing but mathematics. */
function readable(tex: string, {article}: State): boolean {
  return !('error' in mathml(tex, {display: true, macros: article.meta.macros}))
}

function unreadable(tex: string, state: State): string {
  return `\\texttt{${state.code(tex.replace(/\s*\n\s*/g, ' '))}}`
}

/** Without empty lines, which end a paragraph, and control characters; letters of text as text, which mathematics has no fonts for. */
export function inMath(tex: string): string {
  return (
    printable(tex)
      .trim()
      .replace(/\n\s*\n/g, '\n')
      // A space with a backslash before it is a command.
      .replace(/(?<!\\)(?:\\\\)*\\$/, '$& ')
      .replace(/\\(?:La)?TeX(?![A-Za-z])/g, '\\text{$&}')
      .replace(/[\u0400-\u04FF]+/g, '\\text{\\incyrillic{$&}}')
      .replace(/[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]+/g, '\\text{$&}')
  )
}

/** What closes the formula would be a part of the comment. */
function endsInComment(tex: string): boolean {
  return /%[^\n]*$/.test(tex.trim())
}

const environment =
  /^\\begin\{(align|alignat|flalign|eqnarray|gather|multline|equation|displaymath|math)(\*?)\}([\s\S]*)\\end\{\1\2\}$/

const inner: ReadonlyMap<string, string> = new Map([
  ['align', 'aligned'],
  ['alignat', 'alignedat'],
  ['eqnarray', 'aligned'],
  ['flalign', 'aligned'],
  ['gather', 'gathered']
])

/** An environment that stands by itself becomes one that stands in an equation. */
function rows(tex: string): string {
  const [, name = '', , body = ''] = environment.exec(tex) ?? []
  if (name === '' || /\\tag\b/.test(body)) return tex
  const stripped = body.replace(/\\(?:nonumber|notag)\b/g, '').trim()
  const replacement = inner.get(name)
  if (replacement === undefined) return name === 'multline' ? tex : stripped
  return `\\begin{${replacement}}\n${name === 'eqnarray' ? stripped.replace(/&([^&]*)&/g, '&$1') : stripped}\n\\end{${replacement}}`
}

/** An environment that opens mathematics itself, such as one with its own tags. */
function native(tex: string, label: string): string | undefined {
  const [, name, , body = ''] = environment.exec(tex) ?? []
  if (name === undefined) return undefined
  const form = label !== '' && name === 'multline' ? name : `${name}*`
  return `\\begin{${form}}${form === 'multline' ? label : ''}\n${body.trim()}\n\\end{${form}}`
}
