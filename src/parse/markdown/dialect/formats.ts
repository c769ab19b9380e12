import type {PhrasingContent, Root, RootContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import {parentsOf, setChildren} from '../transform/blocks.ts'
import {childrenOf} from '../tree/raw.ts'

/**
 * Quarto's conditional content (https://quarto.org/docs/authoring/conditional.html). An article is one in all its formats:
 * what is meant for HTML stands in each, what is meant for others alone is left out, and both are told.
 */
export function conditional(root: Root, report: Report): void {
  for (const parent of parentsOf(root)) {
    const children = childrenOf(parent)
    if (children.some(isConditional))
      setChildren(
        parent,
        children.filter((child) => stays(child, report))
      )
  }
}

function isConditional(node: PhrasingContent | RootContent): boolean {
  if (node.type !== 'div' && node.type !== 'span') return false
  return attributesOf(node).classes.some((name) => name === 'content-visible' || name === 'content-hidden')
}

function stays(node: RootContent, report: Report): boolean {
  if (!isConditional(node)) return true
  const attributes = attributesOf(node)
  const {shown, condition} = judged(attributes)
  const what = shown ? 'it stands in every format' : 'it is left out of every format'
  const note = 'An article is the same in all its formats, and HTML is the one that conditions are judged by.'
  const reason = `Cannot show content by \`${condition}\`: ${what}`
  report({id: 'condition-used', severity: shown ? 'info' : 'warning', reason, place: placeOf(node), note})
  return shown
}

function judged({classes, pairs}: Attributes): {readonly shown: boolean; readonly condition: string} {
  const isVisible = classes.includes('content-visible')
  const [name, value] = [...pairs].find(([key]) => /^(?:when|unless)-/.test(key)) ?? []
  const condition = `${isVisible ? 'content-visible' : 'content-hidden'}${name === undefined ? '' : ` ${name}="${value}"`}`
  if (name === undefined) return {shown: isVisible, condition}
  // What the project says of itself is not known here: nothing is taken away for it.
  if (!name.endsWith('-format')) return {shown: true, condition}
  const holds = /^html/i.test(value ?? '') !== name.startsWith('unless-')
  return {shown: holds === isVisible, condition}
}
