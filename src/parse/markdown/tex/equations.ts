import type {Root} from 'mdast'
import type {Math as DisplayMath} from 'mdast-util-math'
import {attributesOf} from '../../../model/attributes.ts'
import type {EquationLine} from '../../../model/equation.ts'
import {walk} from '../../../util/walk.ts'
import {blanked, commandsIn} from './groups.ts'
import {parts} from './parts.ts'

/** Displays of amsmath whose lines may each have a number, and what has the same lines inside of a formula. */
const lined: ReadonlyMap<string, string> = new Map([
  ...['align', 'aligned', 'flalign', 'eqnarray', 'split'].map((name) => [name, 'aligned'] as const),
  ...['alignat', 'alignedat'].map((name) => [name, 'alignedat'] as const),
  ...['gather', 'gathered'].map((name) => [name, 'gathered'] as const)
])

/** Displays that are one equation, and what has their lines inside of a formula. */
const whole: ReadonlyMap<string, string> = new Map([
  ['equation', ''],
  ['displaymath', ''],
  ['multline', 'gathered']
])

const environment =
  /^\s*\\begin\{(align|aligned|alignat|alignedat|displaymath|eqnarray|equation|flalign|gather|gathered|multline|split)(\*?)\}([\s\S]*)\\end\{\1\2\}\s*$/

/** Whether TeX is a display of LaTeX's own, whose labels are its lines'. */
export function isDisplay(tex: string): boolean {
  return environment.test(tex)
}

/** Take labels, tags and `\notag` out of displayed formulas: each line of amsmath's displays has its own. */
export function equations(root: Root): void {
  for (const node of walk(root)) if (node.type === 'math' && node.data?.lines === undefined) equation(node)
}

function equation(node: DisplayMath): void {
  const [, name = '', star, content = ''] = environment.exec(node.value) ?? []
  // How many pairs of columns there are.
  const pairs = name.startsWith('alig') ? (/^\s*\{\d+\}/.exec(content)?.[0] ?? '') : ''
  const body = content.slice(pairs.length)
  if (environment.test(body)) inner(node, body, star === '' && isNumbered(name))
  else readDisplay(node, {name, starred: star !== '', pairs: pairs.trim(), body})
}

interface Display {
  readonly name: string
  readonly starred: boolean
  readonly pairs: string
  readonly body: string
}

/** Whether an environment of the name counts its equations; some stand inside of others. */
function isNumbered(name: string): boolean {
  return name !== '' && !/^(?:aligned|alignedat|displaymath|gathered|split)$/.test(name)
}

function readDisplay(node: DisplayMath, {name, starred, pairs, body}: Display): void {
  const isNative = node.data?.native === true
  const lines = lined.has(name) ? linesOf(body, name) : []
  const named = lines.filter(({label, tag}) => label !== undefined || tag !== undefined)
  const isCounting = !starred && isNumbered(name)
  const countsLines = isCounting && lines.length > 1 && (isNative || named.length > 0)
  if (countsLines || named.length > 1) byLines(node, {name: lined.get(name) ?? '', pairs, found: lines, countsLines})
  else single(node, {name, pairs, body}, isCounting && isNative && !/\\(?:notag|nonumber)\b/.test(body))
}

/** `equation` or `align` around `split` and its like: one number for all of its lines, unless they have labels. */
function inner(node: DisplayMath, body: string, isCounting: boolean): void {
  node.value = body.trim()
  const isNative = node.data?.native === true
  node.data = {...node.data, native: false, ...(isCounting && isNative ? {counted: true} : {})}
  equation(node)
}

interface Lines {
  readonly name: string
  readonly pairs: string
  readonly found: ReadonlyArray<Line>
  readonly countsLines: boolean
}

function byLines(node: DisplayMath, {name, pairs, found, countsLines}: Lines): void {
  const {label, native: _, counted: __, attributes, ...data} = node.data ?? {}
  const {id: own = label, ...others} = attributesOf(node)
  // A label of the whole stands for its first line that has none of its own.
  const first = own === undefined ? -1 : found.findIndex((line) => line.label === undefined && !line.silent)
  const lines = found.map(
    ({silent, ...line}, index): EquationLine => ({
      ...line,
      ...(countsLines ? {counted: !silent} : {}),
      ...(index === first && own !== undefined ? {label: own} : {})
    })
  )
  node.value = `\\begin{${name}}${pairs}\n${lines.map(({value}) => value).join(' \\\\\n')}\n\\end{${name}}`
  node.data = {...data, ...(attributes === undefined ? {} : {attributes: others}), lines}
}

function single(node: DisplayMath, {name, pairs, body}: Omit<Display, 'starred'>, counted: boolean): void {
  const known = lined.get(name) ?? whole.get(name)
  const isOwn = known !== undefined && name !== known && name !== 'split'
  const found = lineOf(isOwn ? body : node.value)
  const label = node.data?.label ?? attributesOf(node).id ?? found.label
  const value = name === 'eqnarray' ? withoutColumn(found.value) : found.value
  const {native: _, ...data} = node.data ?? {}
  node.value = isOwn && known !== '' ? `\\begin{${known}}${pairs}\n${value}\n\\end{${known}}` : value
  const {tag} = found
  const says = {
    ...(label === undefined ? {} : {label}),
    ...(tag === undefined ? {} : {tag}),
    ...(counted ? {counted} : {})
  }
  if (node.data !== undefined || Object.keys(says).length > 0) node.data = {...data, ...says}
}

interface Line extends EquationLine {
  /** It has no number, `\notag`. */
  readonly silent: boolean
}

function linesOf(body: string, name: string): ReadonlyArray<Line> {
  const lines = parts({text: body, at: 0}, '\\\\').map(({text}) => lineOf(text.replace(/^\*?(?:\[[^\]\n]*\])?/, '')))
  const kept = lines.filter(({value}, index) => value !== '' || index < lines.length - 1)
  return name === 'eqnarray' ? kept.map((line) => ({...line, value: withoutColumn(line.value)})) : kept
}

/** `eqnarray` has a column for the sign. */
function withoutColumn(tex: string): string {
  return tex
    .split('\\\\')
    .map((line) => line.replace(/&([^&]*)&/, '&$1'))
    .join('\\\\')
}

/** TeX without its label, tag and `\notag`, and what they say. */
function lineOf(tex: string): Line {
  let value = tex
  const take = (command: string): string | undefined => {
    const [found, ...others] = commandsIn(value, command)
    if (found === undefined || others.length > 0) return undefined
    value = blanked(value, found.at, found.end)
    return found.required[0]?.text.trim()
  }
  const label = take('label')
  const tag = /\\tag\s*\*?\s*\{/.test(value) ? plainTag(take('tag')) : undefined
  const silent = /\\(?:notag|nonumber)\b/.test(value)
  value = value.replace(/\\(?:notag|nonumber)\b/g, (match) => ' '.repeat(match.length))
  return {
    value: value.trim(),
    ...(label === undefined ? {} : {label}),
    ...(tag === undefined ? {} : {tag}),
    silent
  }
}

const signs: ReadonlyMap<string, string> = new Map([
  ['ast', '∗'],
  ['star', '⋆'],
  ['dag', '†'],
  ['dagger', '†'],
  ['ddag', '‡'],
  ['ddagger', '‡'],
  ['prime', '′']
])

/** `$\ast$` is a sign; parentheses of its own, as `\tag*{(A)}` has them, are added again. */
function plainTag(tag: string | undefined): string | undefined {
  return tag
    ?.replace(/\$/g, '')
    .replace(/\\([A-Za-z]+)\s*/g, (all, name: string) => signs.get(name) ?? all)
    .replace(/^\((.*)\)$/, '$1')
    .trim()
}
