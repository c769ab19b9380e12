import type {PhrasingContent, RootContent} from 'mdast'
import type {Report} from '../../../model/problem.ts'
import type {Group} from './groups.ts'
import type {TexNode} from './raw.ts'

/** Reads the text of a group. */
export type ReadGroup = (group: Group) => Array<PhrasingContent>

/** How the texts in a piece of LaTeX are read: Markdown may stand in them, and more LaTeX. */
export interface TexReader {
  readonly inline: ReadGroup
  readonly blocks: (group: Group) => Array<RootContent>
  readonly report: Report
}

/** An environment, and what stands in it. */
export interface Environment {
  /** Without its star. */
  readonly name: string
  readonly starred: boolean
  readonly body: Group
  readonly node: TexNode
}
