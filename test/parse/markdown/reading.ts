import type {PhrasingContent, Root, RootContent} from 'mdast'
import type {Problem} from '../../../src/model/problem.ts'
import {markdown} from '../../../src/parse/markdown/index.ts'

/** A tree and the problems met on the way. */
export interface Reading {
  readonly root: Root
  readonly problems: ReadonlyArray<Problem>
}

/** Read a text as the file `paper.md`. */
export function read(text: string): Reading {
  const problems: Array<Problem> = []
  const root = markdown({path: 'paper.md', text, bytes: new Uint8Array()}, (problem) => void problems.push(problem))
  return {root, problems}
}

/** Problems as `line:column id`. */
export function reported(text: string): ReadonlyArray<string> {
  return read(text).problems.map(({id, place}) => `${place?.start?.line}:${place?.start?.column} ${id}`)
}

/** The blocks of a text, without positions, maps as objects. */
export function blocks(text: string): ReadonlyArray<RootContent> {
  return plain(read(text).root.children)
}

/** What is in the one paragraph of a text. */
export function line(text: string): ReadonlyArray<PhrasingContent> {
  const [first, ...others] = blocks(text)
  if (first?.type !== 'paragraph' || others.length > 0)
    throw new Error(`no single paragraph: ${JSON.stringify([first, ...others])}`)
  return first.children
}

/** A copy of nodes without positions, with maps as objects. */
export function plain<T>(nodes: T): T {
  return JSON.parse(
    JSON.stringify(nodes, (key, value: unknown) =>
      key === 'position' || key === 'extent' ? undefined : value instanceof Map ? Object.fromEntries(value) : value
    )
  ) as T
}

/** A text node. */
export function text(value: string): PhrasingContent {
  return {type: 'text', value}
}
