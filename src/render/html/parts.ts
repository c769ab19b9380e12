import {h} from 'hastscript'
import type {RootContent} from 'mdast'
import type {Article} from '../../model/article.ts'
import type {Declaration} from '../../util/declarations.ts'
import {declarationsOf} from '../../util/declarations.ts'
import {reviewOf} from '../review.ts'
import {contentsOf} from './contents.ts'
import {floatsApart} from './floats-at-end.ts'
import type {Fragments} from './fragment.ts'
import {noteItem} from './note.ts'
import type {Scope} from './scope.ts'

/** The article's texts as templates see them. */
export interface Parts {
  readonly body: string
  /** The reference list with its heading, where it ends the body. */
  readonly references: string | null
  readonly statements: ReadonlyArray<{
    readonly kind: Declaration['kind']
    readonly title: string
    readonly body: string
  }>
  /** The items of the list of notes. */
  readonly notes: string | null
  /** Figures and tables, where they stand behind the text. */
  readonly floats: string | null
  readonly contents: string | null
}

/** Write the texts, in the order in which they are read. */
export function partsOf(article: Article, scope: Scope, fragments: Fragments): Parts {
  const {body, meta, notes} = article
  const atEnd = scope.medium === 'print' && reviewOf(article).floatsAtEnd
  const {text, floats} = atEnd ? floatsApart(body.children, scope.words) : {text: body.children, floats: []}
  const [main, references] = split(text)
  const items = () => notes.map((note) => noteItem(note, fragments.written(note.children), scope))
  const {settings} = article.template
  const contents = () => contentsOf(body.children, {meta, settings, medium: scope.medium, written: fragments.written})
  const parts = {
    body: fragments.html(main),
    statements: declarationsOf(meta, scope.words).map(({kind, title, root}) => ({
      kind,
      title,
      body: fragments.html(root.children)
    })),
    notes: notes.length === 0 ? null : fragments.markup([h('ol', items())]),
    references: references.length === 0 ? null : fragments.html(references),
    floats: floats.length === 0 ? null : fragments.html(floats)
  }
  // Last, so that what headings hold keeps its identifiers.
  const table = contents()
  return {...parts, contents: table === undefined ? null : fragments.markup([table])}
}

/** The body, and the reference list apart where it comes last: statements and notes stand between. */
function split(
  children: ReadonlyArray<RootContent>
): readonly [ReadonlyArray<RootContent>, ReadonlyArray<RootContent>] {
  const last = children.at(-1)
  const isList =
    last?.type === 'bibliography' ||
    (last?.type === 'section' && last.children.some(({type}) => type === 'bibliography'))
  return isList ? [children.slice(0, -1), children.slice(-1)] : [children, []]
}
