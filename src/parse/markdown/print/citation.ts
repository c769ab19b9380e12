import type {Nodes, Parents, PhrasingContent} from 'mdast'
import type {Handle, Info, State} from 'mdast-util-to-markdown'
import type {Citation, CitationItem, CrossReference} from '../../../model/nodes.ts'
import {locatorOf, locatorOfText} from '../locator.ts'
import {wordOfLabel} from '../locator-words.ts'

/** A citation as pandoc writes it. */
export const citation: Handle = (node: Citation, parent, state, info) => {
  const [first, ...others] = node.items
  if (first === undefined) return ''
  const exit = state.enter('citation')
  const exitLabel = state.enter('label')
  const whole = node.mode === 'narrative' ? narrative(first, others) : `[${node.items.map(item).join('; ')}]`
  exitLabel()
  exit()
  return whole

  function narrative(name: CitationItem, more: ReadonlyArray<CitationItem>): string {
    const bracket = [...(hasMore(name) ? [rest(name, state, info).replace(/^,? /, '')] : []), ...more.map(item)]
    const after = bracket.length > 0 ? ' ' : following(node, parent)
    return `@${keyText(name.key, after)}${bracket.length > 0 ? ` [${bracket.join('; ')}]` : ''}`
  }

  function item(one: CitationItem): string {
    const before = phrasing(one.prefix, state, info)
    const tail = rest(one, state, info)
    const dash = one.suppressAuthor ? '-' : ''
    return `${before}${before === '' ? '' : ' '}${dash}@${keyText(one.key, tail === '' ? ']' : tail)}${tail}`
  }
}

function hasMore({locator, suffix}: CitationItem): boolean {
  return locator !== undefined || suffix.length > 0
}

/** Locator and suffix. A locator that would not be read as it was, or a suffix that would be, is put in braces. */
function rest({label, locator, suffix}: CitationItem, state: State, info: Info): string {
  const tail = phrasing(suffix, state, info)
  if (locator === undefined) {
    const spaced = /^[\s,.:)]/.test(tail) || tail === '' ? tail : ` ${tail}`
    // Nothing in braces says that what follows is no locator.
    return locatorOf(suffix).locator === undefined ? spaced : `, {}${tail}`
  }
  const word = wordOfLabel(label ?? 'page')
  const plain = `${word} ${locator}`
  const [next] = suffix
  const text = plain + (next?.type === 'text' ? next.value : '')
  const read = locatorOfText(`, ${text}`)
  const isRead = read?.locator === locator && read.label === (label ?? 'page') && read.rest === text.slice(plain.length)
  return `, ${isRead && !/[\\{}[\]*_`$^~@;<&!]/.test(locator) ? plain : `{${plain}}`}${tail}`
}

function phrasing(children: ReadonlyArray<PhrasingContent>, state: State, info: Info): string {
  const parent: Parents = {type: 'paragraph', children: [...children]}
  return state.containerPhrasing(parent, {...info, before: '[', after: ']'})
}

/** A pointer to labels. */
export const crossReference: Handle = (node: CrossReference, parent, _state, _info) => {
  const [first, ...others] = node.targets
  if (first === undefined) return ''
  const label = node.capitalised ? first.label.slice(0, 1).toUpperCase() + first.label.slice(1) : first.label
  if (others.length === 0 && !node.bare) return `@${keyText(label, following(node, parent))}`
  const more = others.map((target) => `; @${keyText(target.label, ']')}`).join('')
  return `[${node.bare ? '-' : ''}@${keyText(label, ']')}${more}]`
}

const simple = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[:.#$%&+?<>~/-][\p{L}\p{M}\p{N}_]+)*$/u

/** The key, in braces where it would end too soon or too late. */
function keyText(key: string, after: string): string {
  if (key === '*') return key
  const goesOn = /^(?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/\\-]+[\p{L}\p{M}\p{N}_\\]|[/:]{2})/u.test(after)
  return simple.test(key) && !goesOn ? key : `{${key}}`
}

/** The text that follows a node at once. */
function following(node: Nodes, parent: Parents | undefined): string {
  const siblings: ReadonlyArray<Nodes> = parent?.children ?? []
  const next = siblings[siblings.indexOf(node) + 1]
  return next?.type === 'text' ? next.value.slice(0, 4) : next === undefined ? '' : 'x'
}
