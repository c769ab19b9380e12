import {prefixes, units} from './si-units.ts'
import type {Expander, Token} from './tex-expander.ts'

/**
 * Commands of the package siunitx (3.3) in formulas, as TeX that says the same: numbers in groups of three digits, powers of ten, units
 * upright, those below a fraction's line with negative powers. Options in brackets are passed over.
 */
export const siunitx: Readonly<Record<string, (context: Expander) => string>> = {
  '\\num': (context) => number(given(context)),
  '\\unit': (context) => upright(given(context)),
  '\\si': (context) => upright(given(context)),
  '\\SI': (context) => quantity(given(context), argument(context)),
  '\\qty'(context) {
    const first = given(context)
    // The package physics has a command of this name for braces.
    return next(context) === '{' ? quantity(first, argument(context)) : `{\\left\\{ ${first} \\right\\}}`
  },
  '\\ang': (context) => angle(given(context)),
  '\\numrange': (context) => range([given(context), argument(context)]),
  '\\SIrange': (context) => range([given(context), argument(context)], argument(context)),
  '\\qtyrange': (context) => range([given(context), argument(context)], argument(context)),
  '\\numlist': (context) => list(given(context)),
  '\\SIlist': (context) => list(given(context), argument(context)),
  '\\qtylist': (context) => list(given(context), argument(context))
}

function next(context: Expander): string {
  context.consumeSpaces()
  return context.future().text
}

/** The first argument, behind options. */
function given(context: Expander): string {
  if (next(context) === '[') {
    context.popToken()
    context.consumeArg([']'])
  }
  return argument(context)
}

function argument(context: Expander): string {
  context.consumeSpaces()
  return context
    .consumeArg()
    .tokens.map(({text}: Token) => (/^\\[A-Za-z]+$/.test(text) ? `${text} ` : text))
    .toReversed()
    .join('')
}

/** `-1234.5e-3` → `-1\,234.5 \times 10^{-3}`; what is no number stays as it is. */
function number(typed: string): string {
  const compact = typed.replace(/\s+/g, '')
  const [, mantissa = compact, power] = /^([^eEdD]*)[eEdD]([+-]?\d+)$/.exec(compact) ?? []
  const set = mantissa
    .replace(/\+-/g, '\\pm ')
    .replace(/\d+(?:[.,]\d+)?/g, grouped)
    .replaceAll(',', '{,}')
    .replaceAll('@', '\\,')
  if (power === undefined) return `{${set}}`
  const raised = `10^{${power.replace(/^\+/, '')}}`
  return mantissa === '' || mantissa === '+' ? `{${raised}}` : `{${set} \\times ${raised}}`
}

/** Five digits and more in groups of three, from the decimal sign; `@` stands for the space between. */
function grouped(digits: string): string {
  const [, whole = '', sign = '', decimals = ''] = /^(\d+)([.,]?)(\d*)$/.exec(digits) ?? []
  const before = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, '@')
  const after = decimals.length < 5 ? decimals : decimals.replace(/(\d{3})(?=\d)/g, '$1@')
  return before + sign + after
}

function quantity(typed: string, unit: string): string {
  const [value, sign] = [number(typed), upright(unit)]
  return /^\\mathrm\{[°′″]\}$/.test(sign) ? value + sign : `${value}\\,${sign}`
}

/** `1;2;3` → 1°2′3″. */
function angle(typed: string): string {
  const parts = typed.split(';').map((part) => part.trim())
  return parts.map((part, index) => (part === '' ? '' : `${number(part)}\\mathrm{${'°′″'.charAt(index)}}`)).join('')
}

function range(ends: ReadonlyArray<string>, unit?: string): string {
  const set = ends.map(number).join('\\text{–}')
  return unit === undefined ? set : `${set}\\,${upright(unit)}`
}

function list(typed: string, unit?: string): string {
  const set = typed.split(';').map(number).join(', ')
  return unit === undefined ? set : `${set}\\,${upright(unit)}`
}

function upright(unit: string): string {
  return `\\mathrm{${unit.includes('\\') && !/\\(?:text|mathrm|cdot)\b/.test(unit) ? interpreted(unit) : literal(unit)}}`
}

/** `m.s^-1` and `kg/m^3`: points and ties are spaces, the rest is TeX. */
function literal(unit: string): string {
  return unit
    .trim()
    .replace(/[.~]/g, '\\,')
    .replace(/\^(-?\d+)/g, '^{$1}')
}

interface Reading {
  done: Array<string>
  /** What is to stand before the next unit. */
  prefix: string
  /** The power of the next unit, as `\per` and `\square` say. */
  sign: string
  power: string
}

/** `\kilo\metre\per\second\squared` → `km\,s^{-2}`. */
function interpreted(unit: string): string {
  const reading: Reading = {done: [], prefix: '', sign: '', power: ''}
  for (const [word] of unit.matchAll(/\\(?:tothe|raiseto|of)\s*\{[^{}]*\}|\\[A-Za-z]+|[^\\\s]+/g)) take(word, reading)
  return reading.done.join('\\,')
}

/** What words beside units and prefixes do. */
const steps: ReadonlyMap<string, (reading: Reading, within: string) => void> = new Map([
  ['per', (reading) => Object.assign(reading, {sign: '-'})],
  ['square', (reading) => Object.assign(reading, {power: '2'})],
  ['cubic', (reading) => Object.assign(reading, {power: '3'})],
  ['raiseto', (reading, power) => Object.assign(reading, {power})],
  ['squared', (reading) => raise(reading, '2')],
  ['cubed', (reading) => raise(reading, '3')],
  ['tothe', raise],
  ['of', (reading, within) => reading.done.push(`${reading.done.pop() ?? ''}_{${within}}`)]
])

function take(word: string, reading: Reading): void {
  const [, command = '', within = ''] = /^\\([A-Za-z]+)\s*(?:\{([^{}]*)\})?/.exec(word) ?? []
  const [step, prefix] = [steps.get(command), prefixes.get(command)]
  if (step !== undefined) step(reading, within)
  else if (prefix !== undefined) reading.prefix += prefix
  else add(units.get(command) ?? (command === '' ? word : command), reading)
}

function add(name: string, reading: Reading): void {
  const {prefix, sign, power} = reading
  const raised = power === '' && sign === '' ? '' : `^{${sign}${power === '' ? '1' : power}}`
  reading.done.push(`${prefix}${name === '%' ? '\\%' : name}${raised}`)
  Object.assign(reading, {prefix: '', sign: '', power: ''})
}

/** Give the last unit a power; one below the line keeps its sign. */
function raise(reading: Reading, power: string): void {
  const last = reading.done.pop() ?? ''
  const [, name = last, sign = ''] = /^(.*?)\^\{(-?)1?\}$/.exec(last) ?? []
  reading.done.push(`${name}^{${sign}${power}}`)
}
