import type {Attributes} from '../../model/attributes.ts'

/**
 * Read `{#id .class key=value}`, braces included, as pandoc does
 * (https://pandoc.org/MANUAL.html#extension-attributes); `undefined` if it is anything else. `{-}` is `{.unnumbered}`.
 */
export function attributesOfText(text: string): Attributes | undefined {
  if (!text.startsWith('{') || !text.endsWith('}') || text.length < 3) return undefined
  const parts = partsOf(text.slice(1, -1))
  if (parts === undefined || parts.length === 0) return undefined
  const ids = parts.flatMap((part) => (part.kind === 'id' || isKey(part, 'id') ? [part.text] : []))
  const classes = parts.flatMap((part) => (part.kind === 'class' ? [part.text] : classesOf(part)))
  const pairs = new Map<string, string>()
  for (const part of parts) {
    const own = part.kind === 'pair' && part.key !== 'id' && part.key !== 'class'
    if (own && !pairs.has(part.key)) pairs.set(part.key, part.text)
  }
  const [id] = ids
  return {...(id === undefined ? {} : {id}), classes, pairs}
}

function isKey(part: Part, name: string): boolean {
  return part.kind === 'pair' && part.key === name
}

/** `class="a b"`. */
function classesOf(part: Part): ReadonlyArray<string> {
  return isKey(part, 'class') ? part.text.split(/\s+/).filter((name) => name !== '') : []
}

type Part =
  | {readonly kind: 'class'; readonly text: string}
  | {readonly kind: 'id'; readonly text: string}
  | {readonly kind: 'pair'; readonly key: string; readonly text: string}

/** Sticky patterns: each is tried where the one before ended, so that the whole is read once. */
const space = /\s*/y
const id = /#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_:.-]*)/uy
const className = /\.([\p{L}_-][\p{L}\p{M}\p{N}_:-]*)/uy
const key = /([\p{L}_:][\p{L}\p{M}\p{N}_:.-]*)=/uy
const value = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\s"'{}]+)/y

function partsOf(inner: string): ReadonlyArray<Part> | undefined {
  const parts: Array<Part> = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(inner) ?? undefined
    if (match !== undefined) at = pattern.lastIndex
    return match
  }
  const one = (): Part | undefined => {
    const identifier = take(id)?.[1]
    if (identifier !== undefined) return {kind: 'id', text: identifier}
    const name = take(className)?.[1]
    if (name !== undefined) return {kind: 'class', text: name}
    const pairKey = take(key)?.[1]
    if (pairKey === undefined) return inner[at] === '-' && ++at > 0 ? {kind: 'class', text: 'unnumbered'} : undefined
    const match = take(value)
    if (match === undefined) return undefined
    return {kind: 'pair', key: pairKey, text: match[3] ?? unescaped(match[1] ?? match[2] ?? '')}
  }
  take(space)
  while (at < inner.length) {
    const before = at
    const part = one()
    if (part === undefined) return undefined
    parts.push(part)
    take(space)
    if (at < inner.length && at > before && !/\s/.test(inner[at - 1] ?? '')) return undefined
  }
  return parts
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\s*\n\s*/g, ' ')
}
