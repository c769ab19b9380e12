import type {Bibliography} from '../../model/nodes.ts'
import {textOf} from '../../util/text.ts'
import {walk} from '../../util/walk.ts'
import type {State} from './state.ts'

/** What stands where the reference list does. */
export interface References {
  readonly title: string
  /** The list as BibTeX would make it, in the words of the style; `undefined` if there is none. */
  readonly list: string | undefined
}

/** The reference list as a `thebibliography`, whose entries `\cite` finds by their keys. */
export function referencesOf(state: State): References {
  const {article, words} = state
  const nodes = [...walk([article.body])]
  const list = nodes.find((node) => node.type === 'bibliography' && node.children.length > 0)
  const section = nodes.find((node) => node.type === 'section' && node.children.some((child) => child === list))
  const [heading] = section?.type === 'section' ? section.children : []
  const title = heading?.type === 'heading' ? textOf(heading) : words.references
  return {title: state.text(title), list: list?.type === 'bibliography' ? bibliography(list, state) : undefined}
}

function bibliography({children}: Bibliography, state: State): string {
  const markers = children.map(({marker}) => textOf([...marker]).trim())
  const items = children.map((entry, index) => {
    const name = state.works.get(entry.key)?.name ?? ''
    const marker = markers[index] === `[${index + 1}]` ? '' : labelOf(markers[index] ?? '', state)
    return `\\bibitem${marker}{${name}}\n${state.all(entry.children).trim()}`
  })
  const widest = children.length === 0 ? '' : markers.every((marker) => marker === '') ? '' : String(children.length)
  const plain = widest === '' ? '\\plainbibliography\n' : ''
  return `${plain}\\begin{thebibliography}{${widest}}\n\n${items.join('\n\n')}\n\n\\end{thebibliography}\n`
}

/** A label of the style's own, without the brackets that classes put about it. */
function labelOf(marker: string, state: State): string {
  return `[{${state.text(marker.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, ''))}}]`
}
