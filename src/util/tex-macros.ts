import type {Macro, Macros} from '../model/macro.ts'
import {latexCommands} from './latex-commands.ts'
import {siunitx} from './siunitx.ts'
import type {Expander} from './tex-expander.ts'

/** Macros as Temml takes them; the author's go before those of siunitx. */
export function expansions(macros: Macros): Record<string, unknown> {
  return {
    ...latexCommands,
    ...siunitx,
    ...Object.fromEntries([...macros].map(([name, macro]) => [name, expansion(macro, macros)]))
  }
}

function expansion(macro: Macro, macros: Macros): unknown {
  if (typeof macro === 'string') return macro
  if ('same' in macro) {
    if (!macros.has(macro.same)) return macro.same
    return {tokens: [{text: macro.same, noexpand: true}], numArgs: 0, unexpandable: true}
  }
  return (context: Expander) => {
    context.consumeSpaces()
    const first = context.future().text === '[' ? given(context) : macro.optional
    // What is left is counted from 1.
    return macro.body.replace(/#([1-9])/g, (_, digit: string) => (digit === '1' ? first : `#${Number(digit) - 1}`))
  }
}

function given(context: Expander): string {
  context.popToken()
  const {tokens} = context.consumeArg([']'])
  return tokens
    .map(({text}) => (/^\\[A-Za-z]+$/.test(text) ? `${text} ` : text))
    .toReversed()
    .join('')
}

interface ErrorPlace {
  readonly offset: number | undefined
  /** The macro in whose text the fault is; the offset is then where it is used. */
  readonly macro?: string
}

/** Which character of a formula is at fault; for a fault within a macro, where that is used. */
export function placeIn(tex: string, macros: Macros, error: unknown): ErrorPlace {
  if (!(error instanceof Error) || !('position' in error) || typeof error.position !== 'number')
    return {offset: undefined}
  const [, found = ''] = / at (?:end of input|position \d+):\s*([\s\S]*)$/.exec(error.message) ?? []
  const around = found.replace(/\u0332/g, '').replace(/^…|…$/g, '')
  if (tex.includes(around)) return {offset: error.position}
  for (const [name, macro] of macros) {
    const body = typeof macro === 'string' ? macro : 'body' in macro ? macro.body : ''
    const used = body.includes(around) ? uses(tex, name) : -1
    if (used >= 0) return {offset: used, macro: name}
  }
  return {offset: undefined}
}

function uses(tex: string, name: string): number {
  for (let at = tex.indexOf(name); at >= 0; at = tex.indexOf(name, at + 1))
    if (!/^[A-Za-z]/.test(tex.slice(at + name.length))) return at
  return -1
}
