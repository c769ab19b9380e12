import type {Nodes, PhrasingContent, Root, RootContent} from 'mdast'
import {walk} from '../../../util/walk.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'
import type {Groups} from './groups.ts'
import type {TexNode} from './raw.ts'

declare module 'mdast' {
  interface RootData {
    /** Macros that the text defines, for its formulas: `\\R` → `\\mathbb{R}`. */
    macros?: ReadonlyMap<string, string>
  }
}

/** A definition, which stands in the tree only until `takeMacros`. */
interface MacroNode {
  readonly type: 'texMacro'
  readonly name: string
  readonly body: string
}

/** `\newcommand{\R}{\mathbb{R}}` as a definition; what defines no command of letters is text. */
export function macroNode(node: TexNode, command: string, {required: [first, second]}: Groups): Array<PhrasingContent> {
  const name = first?.text.trim() ?? ''
  if (second === undefined || !/^\\[A-Za-z]+$/.test(name)) return [{type: 'text', value: node.source}]
  const body = command === 'DeclareMathOperator' ? `\\operatorname{${second.text}}` : second.text
  const macro: MacroNode = {type: 'texMacro', name, body}
  return [macro as unknown as PhrasingContent]
}

/**
 * Take the definitions out of a tree, and keep them as its data: later ones go before. Paragraphs that hold nothing else, or held
 * nothing but commands of layout, go with them.
 */
export function takeMacros(root: Root): void {
  const found = [...walk(root)].map(macroOf).filter((macro) => macro !== undefined)
  const parents = parentsOf(root)
  for (const parent of parents) {
    const children = childrenOf(parent)
    if (!children.some(macroOf)) continue
    setChildren(
      parent,
      children.filter((child) => macroOf(child) === undefined)
    )
  }
  for (const parent of parents) {
    const children = childrenOf(parent)
    if (children.some(isBlank))
      setChildren(
        parent,
        children.filter((child) => !isBlank(child))
      )
  }
  if (found.length > 0) root.data = {...root.data, macros: new Map(found.map(({name, body}) => [name, body]))}
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
