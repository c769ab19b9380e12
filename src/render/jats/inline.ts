import type {Image} from 'mdast'
import type {Element, ElementContent} from 'xast'
import {x} from 'xastscript'
import {attributesOf} from '../../model/attributes.ts'
import type {Handlers, InlineType} from '../../model/nodes.ts'
import type {State} from './state.ts'

/** Phrasing content, as JATS 1.3's `%all-phrase;` has it. */
export const inlineHandlers = {
  text: (node) => [{type: 'text', value: xmlText(node.value)}],
  emphasis: (node, state) => [x('italic', state.all(node.children))],
  strong: (node, state) => [x('bold', state.all(node.children))],
  delete: (node, state) => [x('strike', state.all(node.children))],
  subscript: (node, state) => [x('sub', state.all(node.children))],
  superscript: (node, state) => [x('sup', state.all(node.children))],
  inlineCode: (node) => [x('monospace', xmlText(node.value))],
  // JATS allows <break> in titles and table cells only; elsewhere a line break is layout.
  break: () => [{type: 'text', value: '\n'}],
  citation: (node, state) => state.all(node.children),
  crossReference: (node, state) => state.all(node.children),
  link: (node, state) => link(node.url, state.all(node.children), state),
  footnoteReference: (node, state) => {
    const note = state.article.notes.find(({identifier}) => identifier === node.identifier)
    if (note === undefined) return []
    return [x('xref', {'ref-type': 'fn', rid: state.id(`fn-${note.identifier}`)}, [x('sup', String(note.number))])]
  },
  image: (node) => [x('inline-graphic', {'xlink:href': pictureName(node)}, alternative(node.alt))],
  inlineMath: (node, state) => [x('inline-formula', formula(node.value, false, state))],
  span: (node, state) => {
    const {classes, pairs} = attributesOf(node)
    const children = span(classes, pairs.get('lang'), state.all(node.children))
    const long = classes.includes('abbr') ? pairs.get('title') : undefined
    return long === undefined ? children : [x('abbrev', {alt: xmlText(long)}, children)]
  }
} satisfies Pick<Handlers<State, Array<ElementContent>>, InlineType>

/** The file of a picture; for a page of a PDF the one that was drawn, for archives take no PDF as a figure. */
export function pictureName({url, data}: Image): string {
  return data?.shown ?? url
}

/** What a picture shows; `null` is JATS4R's word for one that is mere decoration, and none is said where the author said none. */
export function alternative(alt: string | null | undefined): Array<Element> {
  return alt == null ? [] : [x('alt-text', alt === '' ? 'null' : xmlText(alt))]
}

/** A formula as MathML beside its TeX (JATS4R: at most one of each, in `alternatives`). */
export function formula(tex: string, display: boolean, state: State): Array<ElementContent> {
  const mathml = state.mathml(tex, display)
  const source = x('tex-math', xmlText(tex))
  return [mathml === undefined ? source : x('alternatives', [mathml, source])]
}

/** Text that XML 1.0 can hold: control characters, lone surrogates and non-characters become U+FFFD. */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 (2.2 Characters) leaves out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
  )
}

function link(url: string, children: Array<ElementContent>, state: State): Array<ElementContent> {
  if (!url.startsWith('#')) {
    const words = wordsOf(children).trim()
    // JATS4R Accessibility: a link whose text is its address says in its title where it leads.
    const isBare = words === '' || words === url || /^(?:https?|s?ftp):\/\//.test(words)
    const title = isBare ? {'xlink:title': xmlText(url.replace(/^\w+:\/\/([^/]*).*$/s, '$1'))} : {}
    return linked('ext-link', {'ext-link-type': 'uri', 'xlink:href': xmlText(url), ...title}, children)
  }
  const identifier = url.slice(1)
  const refType = state.refType(identifier)
  if (refType === undefined) return children
  const note = refType === 'fn' ? state.article.notes.find(({number}) => identifier === `note-${number}`) : undefined
  const name = note === undefined ? identifier : `fn-${note.identifier}`
  return linked('xref', {'ref-type': refType, rid: state.id(name)}, children)
}

/** What a link may not hold stands behind it; a formula in it is its TeX, an abbreviation its words (JATS 1.3, `ext-link`, `xref`). */
function linked(
  name: string,
  attributes: Record<string, string>,
  children: ReadonlyArray<ElementContent>
): Array<ElementContent> {
  const isOther = (child: ElementContent) => child.type === 'element' && noLinkHolds.has(child.name)
  const words = children.filter((child) => !isOther(child)).flatMap(withoutFormula)
  const others = children.filter(isOther)
  return words.length === 0 ? others : [x(name, attributes, words), ...others]
}

function wordsOf(children: ReadonlyArray<ElementContent>): string {
  return children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child.children) : ''))
    .join('')
}

const noLinkHolds: ReadonlySet<string> = new Set(['ext-link', 'inline-graphic', 'xref'])

function withoutFormula(node: ElementContent): ElementContent | Array<ElementContent> {
  if (node.type !== 'element') return node
  if (node.name === 'abbrev') return node.children
  return node.name === 'inline-formula' ? {type: 'text', value: texOf(node)} : node
}

function texOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type !== 'element' || child.name.startsWith('mml:')) return ''
      return child.name === 'tex-math'
        ? child.children.map((text) => ('value' in text ? text.value : '')).join('')
        : texOf(child)
    })
    .join('')
}

const byClass: ReadonlyMap<string, string> = new Map([
  ['smallcaps', 'sc'],
  ['underline', 'underline'],
  ['ul', 'underline'],
  ['mark', 'styled-content']
])

function span(
  classes: ReadonlyArray<string>,
  language: string | undefined,
  children: Array<ElementContent>
): Array<ElementContent> {
  const names = classes.flatMap((name) => byClass.get(name) ?? [])
  const styled = names.reduce(
    (content, name) => [x(name, name === 'styled-content' ? {style: 'mark'} : {}, content)],
    children
  )
  return language === undefined ? styled : [x('styled-content', {'xml:lang': language}, styled)]
}
