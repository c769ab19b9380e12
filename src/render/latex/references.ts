import type {RootContent} from 'mdast'
import type {Bibliography, ReferenceEntry} from '../../model/nodes.ts'
import {isReferences} from '../../util/reference-section.ts'
import {textOf} from '../../util/text.ts'
import type {State} from './state.ts'

/** What stands where the reference list does. */
export interface References {
  readonly title: string
  /** The list as BibTeX would make it, in the words of the style; `undefined` if there is none. */
  readonly list: string | undefined
}

/** Each list of references as a `thebibliography`, whose entries `\\cite` finds by their keys; headings of further ones with them. */
export function referencesOf(state: State): References {
  const {article, words} = state
  const found = listsIn(article.body.children).filter(({list}) => list.children.length > 0)
  const [first, ...others] = found
  const headed = others.map(({title, list}) => {
    const heading = title === undefined ? '' : `\\renewcommand{\\refname}{${state.text(title)}}\n`
    return `${heading}${bibliography(list, state)}`
  })
  return {
    title: state.text(first?.title ?? words.references),
    list: first === undefined ? undefined : [bibliography(first.list, state), ...headed].join('\n')
  }
}

interface Listed {
  readonly list: Bibliography
  /** The heading of the section it has to itself. */
  readonly title: string | undefined
}

function listsIn(nodes: ReadonlyArray<RootContent>, title?: string): ReadonlyArray<Listed> {
  return nodes.flatMap((node): ReadonlyArray<Listed> => {
    if (node.type === 'bibliography') return [{list: node, title}]
    if (node.type !== 'section') return []
    const [heading] = node.children
    const own = isReferences(node) && heading?.type === 'heading' ? textOf(heading) : undefined
    return listsIn(node.children, own)
  })
}

function bibliography({children}: Bibliography, state: State): string {
  const markers = children.map(({marker}) => textOf([...marker]).trim())
  const items = children.map((entry, index) => {
    const name = nameOf(entry, state)
    const marker = markers[index] === `[${index + 1}]` ? '' : labelOf(markers[index] ?? '', state)
    return `\\bibitem${marker}{${name}}\n${state.all(entry.children).trim()}`
  })
  const widest = children.length === 0 ? '' : markers.every((marker) => marker === '') ? '' : String(children.length)
  const plain = widest === '' ? '\\plainbibliography\n' : ''
  return `${plain}\\begin{thebibliography}{${widest}}\n\n${items.join('\n\n')}\n\n\\end{thebibliography}\n`
}

/** A work that stands in an earlier list too is called by its name there. */
function nameOf({key, identifier}: ReferenceEntry, {works}: State): string {
  const [first, own] = [works.get(key), works.get(`#${identifier}`)]
  return `${first?.name ?? ''}${own === undefined || own.place === first?.place ? '' : `:${own.place}`}`
}

/** A label of the style's own, without the brackets that classes put about it. */
function labelOf(marker: string, state: State): string {
  return `[{${state.text(marker.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, ''))}}]`
}
