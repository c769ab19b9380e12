import type {Macro} from '../../../model/macro.ts'
import {groupsAt} from './groups.ts'

/** A macro that TeX defines, and where its definition stands. */
export interface Definition {
  readonly name: string
  readonly macro: Macro
  /** `\providecommand`: another of the name goes before it. */
  readonly weak: boolean
  readonly from: number
  readonly to: number
}

const opening =
  /\\(?:(newcommand|renewcommand|providecommand|DeclareMathOperator|DeclareRobustCommand)(\*?)|([gex]?def)|let)(?![A-Za-z])\s*/g

/** Every definition in a piece of TeX: LaTeX's, amsmath's, and TeX's own `\def` and `\let`. */
export function definitionsIn(tex: string): ReadonlyArray<Definition> {
  const found: Array<Definition> = []
  let end = 0
  for (const match of tex.matchAll(opening)) {
    if (match.index < end) continue
    const definition = definitionAt(tex, match)
    if (definition === undefined) continue
    found.push(definition)
    end = definition.to
  }
  return found
}

function definitionAt(tex: string, match: RegExpExecArray): Definition | undefined {
  const {0: start, 1: command, 2: star, 3: plain, index: from} = match
  const at = from + start.length
  if (command !== undefined) return byCommand({tex, from, at}, command, star === '*')
  return plain === undefined ? byLet({tex, from, at}) : byDef({tex, from, at})
}

interface Source {
  readonly tex: string
  readonly from: number
  /** Behind the defining command. */
  readonly at: number
}

/** `{\R}[2][default]{body}`, the braces around the name left out or not. */
function byCommand({tex, from, at}: Source, command: string, starred: boolean): Definition | undefined {
  const [head = '', braced, bare] = /^(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))\s*/.exec(tex.slice(at, at + 80)) ?? []
  const name = braced ?? bare
  if (name === undefined) return undefined
  const {optional, required, end} = groupsAt(spaceless(tex, at + head.length), 0, 1)
  const [body] = required
  const to = at + head.length + end
  if (body === undefined) return undefined
  const weak = command === 'providecommand'
  if (command === 'DeclareMathOperator')
    return {name, macro: `\\operatorname${starred ? '*' : ''}{${body.text}}`, weak, from, to}
  const fallback = optional[1]?.text
  return {name, macro: fallback === undefined ? body.text : {body: body.text, optional: fallback}, weak, from, to}
}

/** What follows, from a place on; a macro is no longer than this. */
function spaceless(tex: string, at: number): string {
  return tex.slice(at, at + 10_000)
}

/** `\f#1#2{body}`; text between the parameters is not known to any formula here. */
function byDef({tex, from, at}: Source): Definition | undefined {
  const [head = '', name] = /^(\\[A-Za-z]+)\s*(?:#\d)*\s*/.exec(tex.slice(at, at + 80)) ?? []
  if (name === undefined) return undefined
  const {required, end} = groupsAt(spaceless(tex, at + head.length), 0, 1)
  const [body] = required
  return body === undefined ? undefined : {name, macro: body.text, weak: false, from, to: at + head.length + end}
}

function byLet({tex, from, at}: Source): Definition | undefined {
  const [all = '', name, other] = /^(\\[A-Za-z]+)\s*=?\s*(\\[A-Za-z]+)/.exec(tex.slice(at, at + 80)) ?? []
  if (name === undefined || other === undefined) return undefined
  return {name, macro: {same: other}, weak: false, from, to: at + all.length}
}

/** Macros in the order of their definitions, as each stands in the end. */
export function macrosOf(
  definitions: ReadonlyArray<Pick<Definition, 'macro' | 'name' | 'weak'>>
): ReadonlyMap<string, Macro> {
  const macros = new Map<string, Macro>()
  for (const {name, macro, weak} of definitions) {
    if (weak && macros.has(name)) continue
    const same = typeof macro === 'object' && 'same' in macro ? macros.get(macro.same) : undefined
    macros.set(name, same ?? macro)
  }
  return macros
}
