import type {RootContent} from 'mdast'
import type {Figure} from '../../model/nodes.ts'
import type {Terms} from '../../util/terms.ts'
import {numbered} from '../../util/terms.ts'

/** A text without its figures and tables, and these. */
interface Parted {
  readonly text: ReadonlyArray<RootContent>
  readonly floats: ReadonlyArray<Figure>
}

/** Take figures and tables out of a text, for behind it; where a numbered one stood, a line says so. Listings stay: they are text. */
export function floatsApart(children: ReadonlyArray<RootContent>, words: Terms): Parted {
  const floats: Array<Figure> = []
  const parted = (nodes: ReadonlyArray<RootContent>): ReadonlyArray<RootContent> =>
    nodes.flatMap((node): ReadonlyArray<RootContent> => {
      if (node.type === 'section') return [{...node, children: [...parted(node.children)]}]
      if (node.type !== 'figure' || node.kind === 'listing') return [node]
      floats.push(node)
      return node.number === undefined ? [] : [placeOf(node, words)]
    })
  return {text: parted(children), floats}
}

/** “[Figure 1 about here]” */
function placeOf({kind, number = ''}: Figure, words: Terms): RootContent {
  const value = words.aboutHere.replace('#', () => numbered(words[kind].caption, number))
  const data = {attributes: {classes: ['about-here'], pairs: new Map()}}
  return {type: 'paragraph', children: [{type: 'text', value}], data}
}
