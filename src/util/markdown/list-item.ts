import type {ListItem} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import type {Handle} from 'mdast-util-to-markdown'
import {defaultHandlers} from 'mdast-util-to-markdown'
import {markerOf} from '../list-marker.ts'

const usual: Handle =
  gfmToMarkdown().extensions?.flatMap(({handlers}) => handlers?.listItem ?? [])[0] ?? defaultHandlers.listItem

/** An item with the mark of its list: `a)`, `(iv)`, `(@label)`. */
export const listItem: Handle = (node: ListItem, parent, state, info) => {
  if (parent?.type !== 'list' || parent.data?.numbering === undefined) return usual(node, parent, state, info)
  const {isExamples} = parent.data.numbering
  const mark = isExamples === true ? `(@${node.data?.example ?? ''})` : markerOf(parent, parent.children.indexOf(node))
  // A capital with a period may be the beginning of a name.
  const size = mark.length + (/^[A-Z]\.$/.test(mark) ? 2 : 1)
  const tracker = state.createTracker(info)
  tracker.move(mark.padEnd(size))
  tracker.shift(size)
  const exit = state.enter('listItem')
  const written = state.indentLines(state.containerFlow(node, tracker.current()), (line, index, blank) => {
    if (index === 0) return blank ? mark : mark.padEnd(size) + line
    return blank ? '' : ' '.repeat(size) + line
  })
  exit()
  return written
}
