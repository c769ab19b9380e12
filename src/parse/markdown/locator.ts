import type {PhrasingContent} from 'mdast'
import {labelByWord} from './locator-words.ts'

export interface Locator {
  /** A CSL locator label. */
  readonly label?: string | undefined
  readonly locator?: string | undefined
  /** What is left. */
  readonly suffix: ReadonlyArray<PhrasingContent>
}

/**
 * Part a citation's suffix into locator and rest, as pandoc does (https://pandoc.org/MANUAL.html#citations-in-note-styles
 * and before): `, pp. 33–35, and passim`; what stands in braces is a locator whatever it looks like, `{}` says there is none.
 */
export function locatorOf(suffix: ReadonlyArray<PhrasingContent>): Locator {
  const [first, ...rest] = suffix
  if (first?.type !== 'text') return {suffix}
  const found = locatorOfText(first.value)
  if (found === undefined) return {suffix}
  const {label, locator} = found
  const after: ReadonlyArray<PhrasingContent> = found.rest === '' ? rest : [{...first, value: found.rest}, ...rest]
  return locator === '' ? {suffix: after} : {label, locator, suffix: after}
}

/** A locator at the beginning of a text, and what follows it. */
export interface LocatorOfText {
  readonly label: string
  readonly locator: string
  readonly rest: string
}

/** Read a locator at the beginning of a text; `undefined` if none is there. */
export function locatorOfText(text: string): LocatorOfText | undefined {
  const start = /^\s*,?\s*/.exec(text)?.[0].length ?? 0
  const body = text.slice(start)
  if (body.startsWith('{')) return braced(body)
  const label = leadingLabel(body)
  const after = label === undefined ? body : body.slice(label.length)
  const number = numbers(after, label !== undefined)
  if (number === '') return undefined
  const behind = label === undefined ? trailingLabel(after.slice(number.length)) : undefined
  const rest = after.slice(number.length + (behind?.length ?? 0))
  return {label: label?.label ?? behind?.label ?? 'page', locator: number.trim(), rest}
}

interface LabelWord {
  readonly label: string
  readonly length: number
}

function braced(body: string): LocatorOfText | undefined {
  const end = closing(body)
  if (end === -1) return undefined
  const inner = body.slice(1, end).trim()
  const label = leadingLabel(inner)
  const locator = inner.slice(label?.length ?? 0).trim()
  return {label: label?.label ?? 'page', locator, rest: body.slice(end + 1)}
}

/** Where the brace that opens a text is closed. */
function closing(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}

/** `pp. `, `chapter `, `§`: a word we know, and a number or the like must follow. */
function leadingLabel(text: string): LabelWord | undefined {
  const match = /^(?:§§?|¶¶?|№|[sS]\.\s?v{1,2}\.|[\p{L}\p{M}'‘’ʻʼ-]{1,16}\.?)/u.exec(text)
  const word = match?.[0]
  if (word === undefined) return undefined
  const label = labelByWord.get(word.toLowerCase().replace(/\s/g, '')) ?? labelByWord.get(`${word.toLowerCase()}.`)
  const gap = /^\s*/.exec(text.slice(word.length))?.[0].length ?? 0
  // A word runs into no number: “p3” is one of pandoc's, “part3” is not.
  const apart = gap > 0 || /[.§¶№]$/.test(word) || /^[a-z]$/i.test(word)
  return label === undefined || !apart ? undefined : {label, length: word.length + gap}
}

/** `-bet`, as Uzbek puts it behind the number. */
function trailingLabel(text: string): LabelWord | undefined {
  const match = /^\s?[-‑–]?\s?([\p{L}\p{M}'‘’ʻʼ]{1,16}\.?)(?![\p{L}\p{N}])/u.exec(text)
  const [whole = '', word = ''] = match ?? []
  const label = labelByWord.get(word.toLowerCase())
  return label === undefined || !/^\s?[-‑–]/.test(whole) ? undefined : {label, length: whole.length}
}

const roman = '[IVXLCDMivxlcdm]+(?![\\p{L}\\p{N}])'
const arabic = '[\\p{L}]{0,3}[.:/]?\\p{N}[\\p{N}\\p{L}.:/]*(?<![.:/])'
const joint = '\\s?(?:-{1,3}|[‑–—&+]|,)\\s?'
/** Numbers, with or without letters, in lists and ranges. */
const arabicFirst = new RegExp(`^${arabic}(?:${joint}(?:${arabic}|${roman}))*`, 'u')
const romanFirst = new RegExp(`^(?:${arabic}|${roman})(?:${joint}(?:${arabic}|${roman}))*`, 'u')

/** The numbers at the beginning of a text; Roman ones only behind a label. */
function numbers(text: string, labelled: boolean): string {
  const match = (labelled ? romanFirst : arabicFirst).exec(text.slice(0, 400))?.[0] ?? ''
  return labelled || /^\p{N}/u.test(match) ? match : ''
}
