import type {PhrasingContent} from 'mdast'
import {copyTree} from '../copy.ts'
import {kinds, marked, unmarked} from './format.ts'
import type {Restore} from './tree.ts'

/** The author's own words around a key, as text for the engine; nodes are kept aside and put back into the tree. */
export interface Affixes {
  prefix(nodes: ReadonlyArray<PhrasingContent>): string
  suffix(nodes: ReadonlyArray<PhrasingContent>): string
  /** The author's text, such as a locator. */
  text(value: string): string
  /** A formula in TeX. */
  formula(tex: string): string
  readonly restore: Restore
}

export function createAffixes(): Affixes {
  const kept: Array<PhrasingContent> = []
  const spell = (node: PhrasingContent): string => {
    if (node.type === 'text') return literal(node.value)
    const number = kept.push(node) - 1
    const inner = 'children' in node ? node.children.map(spell).join('') : ''
    // The engine drops what has no text; a word joiner is one that does not show.
    return marked(kinds.placed, inner === '' ? '\u2060' : inner, number)
  }
  // The engine reads `<i>` as markup; the author meant what is there.
  const literal = (value: string) =>
    unmarked(value).replaceAll('<', () => marked(kinds.placed, '\u2060', kept.push({type: 'text', value: '<'}) - 1))
  const formula = (value: string) => spell({type: 'inlineMath', value})
  const words = (nodes: ReadonlyArray<PhrasingContent>) => (nodes.length === 0 ? '' : nodes.map(spell).join('').trim())
  return {
    prefix: (nodes) => {
      const text = words(nodes)
      return text === '' ? '' : `${inner(text)}${/[([{«“‘'"/—–-]$/u.test(text) ? '' : ' '}`
    },
    suffix: (nodes) => {
      const text = words(nodes)
      return text === '' ? '' : `${/^[,;:.!?)\]}»”’]/u.test(text) ? '' : ' '}${inner(text)}`
    },
    text: literal,
    formula,
    restore: (number, children) => {
      const node = kept[number]
      if (node === undefined) return children
      if (!('children' in node)) return [copyTree(node)]
      const copy = copyTree(node)
      Object.assign(copy, {children: children.filter((child) => child.type !== 'text' || child.value !== '\u2060')})
      return [copy]
    }
  }
}

/** Mark the words of an affix, but leave punctuation and space at its ends for the engine to see. */
function inner(text: string): string {
  const [, before = '', core = '', after = ''] = /^([\s,;:.!?]*)([\s\S]*?)([\s,;:.!?]*)$/.exec(text) ?? []
  return core === '' ? text : before + marked(kinds.affix, core) + after
}
