import type {RootContent} from 'mdast'
import type {ElementContent} from 'xast'
import {declarationsOf} from '../../util/declarations.ts'
import {webLink} from './link.ts'
import {blocks, paragraph} from './paragraph.ts'
import {runs} from './run.ts'
import {plainHeading} from './section.ts'
import type {State} from './state.ts'

/** Body, statements, reference list, lives of the authors and terms of use, in the order in which they are read. */
export function bodyAndBack(state: State): Array<ElementContent> {
  const [main, references] = split(state.article.body.children)
  return [
    ...blocks(main, state),
    ...statements(state),
    ...blocks(references, state),
    ...biographies(state),
    ...colophon(state)
  ]
}

/** The body, and the reference list apart where it comes last: statements stand between. */
function split(children: ReadonlyArray<RootContent>) {
  const last = children.at(-1)
  const isList =
    last?.type === 'bibliography' ||
    (last?.type === 'section' && last.children.some(({type}) => type === 'bibliography'))
  return isList ? ([children.slice(0, -1), children.slice(-1)] as const) : ([children, []] as const)
}

function statements(state: State): Array<ElementContent> {
  const {statements: told, funding} = state.article.meta
  const titles = state.words.statements
  const written = declarationsOf(state.article.meta, state.words).flatMap(({title, root}) => [
    plainHeading(title, 1, state),
    ...blocks(root.children, state)
  ])
  if (told?.has('funding') === true || funding.length === 0) return written
  const grants = funding.map(({funder, awards, statement}) =>
    paragraph(runs(statement ?? `${funder}${awards.length > 0 ? ` (${awards.join(', ')})` : ''}`, state.face), state)
  )
  return [...written, plainHeading(titles.funding, 1, state), ...grants]
}

function biographies(state: State): Array<ElementContent> {
  return state.article.meta.authors.flatMap(({name, biography}) =>
    biography === undefined ? [] : [plainHeading(name.display, 2, state), paragraph(runs(biography, state.face), state)]
  )
}

function colophon(state: State): Array<ElementContent> {
  const {licence, publication} = state.article.meta
  const {copyrightHolder, copyrightYear} = publication
  const holder = copyrightHolder && `© ${copyrightYear === undefined ? '' : `${copyrightYear} `}${copyrightHolder}`
  const terms = licence?.text ?? licence?.spdx ?? licence?.url
  const place = {...state, style: 'Colophon'}
  return [
    ...(holder ? [paragraph(runs(holder, state.face), place)] : []),
    ...(terms === undefined
      ? []
      : [
          paragraph(
            [
              ...runs(`${state.words.licence} `, {...state.face, bold: true}),
              ...(licence?.url === undefined ? runs(terms, state.face) : webLink(licence.url, terms, state))
            ],
            place
          )
        ])
  ]
}
