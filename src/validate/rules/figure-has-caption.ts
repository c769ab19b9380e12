import type {FloatKind} from '../../model/nodes.ts'
import {placeOf} from '../../model/place.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'

export const figureHasCaption: Rule = {
  id: 'figure-has-caption',
  about: 'A figure, table or listing that is numbered says what it shows.',
  severity: 'info',
  defaults: {},
  check({body}, report) {
    for (const node of walk(body)) {
      if (node.type !== 'figure' || node.number === undefined) continue
      if (node.children.some((child) => child.type === 'caption')) continue
      report({
        reason: `Cannot find a caption of ${names[node.kind]} ${node.number}, expected one`,
        place: placeOf(node)
      })
    }
  },
  examples: [
    {markdown: '![A square.](a.png){#fig:a}', files: {'a.png': ''}, problems: []},
    {
      markdown: '![](a.png){#fig:a alt="A square."}',
      files: {'a.png': ''},
      problems: ['1:1 Cannot find a caption of figure 1, expected one']
    }
  ]
}

const names: Readonly<Record<FloatKind, string>> = {figure: 'figure', listing: 'listing', table: 'table'}
