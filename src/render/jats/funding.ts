import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Meta} from '../../model/meta.ts'
import {text} from './element.ts'
import {xmlText} from './inline.ts'
import {present, type State} from './state.ts'

/** Who paid, with the awards, and what the authors say of it (JATS4R Funding). */
export function funding({funding: funders, statements}: Meta, state: State): Element {
  const groups = funders.map(({funder, funderId, awards}) =>
    x(
      'award-group',
      present([
        x('funding-source', [
          x(
            'institution-wrap',
            present([funderId === undefined ? undefined : identifier(funderId), text('institution', funder)])
          )
        ]),
        ...awards.map((award) => text('award-id', award))
      ])
    )
  )
  const own = funders.flatMap(({statement}) => text('funding-statement', statement) ?? [])
  const said = statements?.get('funding')
  // A statement is a line of text: of several paragraphs each is one.
  const paragraphs = (said?.children ?? []).flatMap((node) => (node.type === 'paragraph' ? [node] : []))
  return x('funding-group', [
    ...groups,
    ...own,
    ...present(paragraphs.map(({children}) => x('funding-statement', state.all(children))))
  ])
}

function identifier(id: string): Element {
  return x('institution-id', {'institution-id-type': id.includes('ror.org') ? 'ror' : 'doi'}, xmlText(id))
}
