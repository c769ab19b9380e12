import {execFileSync} from 'node:child_process'
import {wordsOf} from './words.ts'

const compared: ReadonlySet<string> = new Set(['Cite', 'Code', 'CodeBlock', 'Math', 'RawBlock', 'RawInline'])
const spaces: ReadonlySet<string> = new Set(['LineBreak', 'SoftBreak', 'Space'])
const within: ReadonlySet<string> = new Set(['Emph', 'Span', 'Strong', 'Str', 'Subscript', 'Superscript'])

interface PandocNode {
  readonly t?: string
  readonly c?: unknown
}

/**
 * Words that pandoc reads as running text: not those of citations, code, formulas and raw text, which are compared
 * elsewhere. `undefined` where pandoc cannot read it: its YAML has no values that begin with a backtick, for one.
 */
export function pandocWords(paths: ReadonlyArray<string>): ReadonlyArray<string> | undefined {
  const json = jsonOf(paths)
  if (json === undefined) return undefined
  const parts: Array<string> = []
  const open: Array<unknown> = [(JSON.parse(json) as {blocks: unknown}).blocks]
  while (open.length > 0) {
    const value = open.pop()
    if (Array.isArray(value)) open.push(...value.map(withoutRole).toReversed())
    else if (typeof value === 'object' && value !== null) read(value, parts, open)
  }
  return wordsOf(parts.join(''))
}

function jsonOf(paths: ReadonlyArray<string>): string | undefined {
  try {
    return execFileSync('pandoc', ['-t', 'json', '-f', 'markdown', ...paths], {
      maxBuffer: 1e9,
      stdio: 'pipe'
    }).toString()
  } catch (error) {
    if (String(error).includes('YAML parse exception')) return undefined
    throw error
  }
}

/** Strings elsewhere, such as addresses and attributes, are no text. */
function read(node: PandocNode, parts: Array<string>, open: Array<unknown>): void {
  const {t = '', c} = node
  if (t === 'Str') parts.push(String(c))
  else if (spaces.has(t)) parts.push(' ')
  else if (!compared.has(t)) {
    if (t !== '' && !within.has(t)) {
      parts.push(' ')
      open.push({t: 'Space'})
    }
    open.push(t === 'Table' ? captionLast(c) : c)
  }
}

/** The name of a role of MyST's, which pandoc does not know: `{sub}` at once before code. */
function withoutRole(node: unknown, index: number, siblings: ReadonlyArray<unknown>): unknown {
  const [{t, c}, next] = [(node ?? {}) as PandocNode, siblings[index + 1] as PandocNode | null | undefined]
  const isRole = t === 'Str' && next?.t === 'Code'
  return isRole ? {t, c: String(c).replace(/\{[a-z][\w:.+-]*\}$/i, '')} : node
}

/** A caption stands behind its table, as we have it. */
function captionLast(content: unknown): unknown {
  if (!Array.isArray(content)) return content
  const [, caption, ...rest] = content
  return [...rest, {t: 'Div', c: caption}]
}
