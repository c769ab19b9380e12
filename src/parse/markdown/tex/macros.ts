import type {Nodes, PhrasingContent, Root, RootContent} from 'mdast'
import type {Macros} from '../../../model/macro.ts'
import type {Meta} from '../../../model/meta.ts'
import {placeOf} from '../../../model/place.ts'
import {walk} from '../../../util/walk.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import {keysIn} from './citations.ts'
import type {Definition} from './definitions.ts'
import {definitionsIn, macrosOf} from './definitions.ts'
import type {Group} from './groups.ts'
import {blanked} from './groups.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {TheoremName} from './theorem-names.ts'
import {theoremNamesIn} from './theorem-names.ts'

declare module 'mdast' {
  interface RootData {
    /** Macros that the text defines, for its formulas: `\\R` → `\\mathbb{R}`. */
    macros?: Macros
    /** Works that the text wants listed: `\\nocite{a}`. */
    nocite?: Meta['nocite']
  }
}

/** What prints nothing where it stands, in the tree only until `takeMacros`: a definition, works to be listed, a kind of theorem. */
interface MacroNode {
  readonly type: 'texMacro'
  readonly definition?: Definition
  readonly nocite?: Meta['nocite']
  readonly theorem?: TheoremName
}

/** `\nocite{a, b}`. */
export function nociteNode(node: TexNode, group: Group): Array<PhrasingContent> {
  const nocite = keysIn(group).flatMap(({text, at}) => {
    const {position} = positionIn(node, at, text.length)
    const place = placeOf({type: 'text', ...(position === undefined ? {} : {position})})
    return place === undefined ? [] : [{key: text, place}]
  })
  return [{type: 'texMacro', nocite} satisfies MacroNode as unknown as PhrasingContent]
}

/** `\newtheorem{thm}{Theorem}`. */
export function theoremNode(node: TexNode): Array<PhrasingContent> {
  const [theorem] = theoremNamesIn(node.source)
  if (theorem === undefined) return [{type: 'text', value: node.source}]
  return [{type: 'texMacro', theorem} satisfies MacroNode as unknown as PhrasingContent]
}

/** `\newcommand{\R}{\mathbb{R}}` as a definition; what defines no command of letters is text. */
export function macroNode(node: TexNode): Array<PhrasingContent> {
  const [definition] = definitionsIn(node.source)
  if (definition === undefined) return [{type: 'text', value: node.source}]
  const macro: MacroNode = {type: 'texMacro', definition}
  return [macro as unknown as PhrasingContent]
}

/**
 * Take the definitions out of a tree, those in formulas too, and keep them as its data: later ones go before; gives the kinds
 * of theorems. Paragraphs and formulas that hold nothing else, or held nothing but commands of layout, go with them.
 */
export function takeMacros(root: Root): ReadonlyArray<TheoremName> {
  const taken = [...walk(root)].flatMap((node): ReadonlyArray<Omit<MacroNode, 'type'>> => {
    if (isFormula(node)) return definedIn(node).map((definition) => ({definition}))
    const macro = macroOf(node)
    return macro === undefined ? [] : [macro]
  })
  const found = taken.flatMap(({definition}) => definition ?? [])
  const nocite = taken.flatMap((each) => each.nocite ?? [])
  const parents = parentsOf(root)
  for (const isGone of [isEmpty, isBlank]) {
    for (const parent of parents) {
      const children = childrenOf(parent)
      if (!children.some(isGone)) continue
      setChildren(
        parent,
        children.filter((child) => !isGone(child))
      )
    }
  }
  if (found.length > 0) root.data = {...root.data, macros: macrosOf(found)}
  if (nocite.length > 0) root.data = {...root.data, nocite}
  return taken.flatMap(({theorem}) => theorem ?? [])
}

interface Formula {
  value: string
}

function isFormula(node: Nodes): node is Extract<Nodes, {type: 'inlineMath' | 'math'}> {
  const type: string = node.type
  return type === 'math' || type === 'inlineMath' || type === 'displayFormula'
}

/** What a formula defines holds in all, as MathJax has it. */
function definedIn(formula: Formula): ReadonlyArray<Definition> {
  if (!/def|let|command|Operator/.test(formula.value)) return []
  const found = definitionsIn(formula.value)
  for (const {from, to} of found) formula.value = blanked(formula.value, from, to)
  if (found.length > 0 && formula.value.trim() === '') formula.value = ''
  return found
}

function isEmpty(node: Nodes): boolean {
  return macroOf(node) !== undefined || (isFormula(node) && node.value === '')
}

function macroOf(node: Nodes): MacroNode | undefined {
  const type: string = node.type
  return type === 'texMacro' ? (node as unknown as MacroNode) : undefined
}

/** Markdown has no such paragraphs: LaTeX that prints nothing left them. */
function isBlank(node: RootContent): boolean {
  return (
    node.type === 'paragraph' && node.children.every((child) => child.type === 'text' && /^[ \t\n]*$/.test(child.value))
  )
}
