import type {Place} from '../../model/place.ts'
import {nodesOf} from '../../util/nodes.ts'
import {placeWithin} from '../place-within.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const noteResolves: Rule = {
  id: 'note-resolves',
  about: 'A note that is called is written somewhere: otherwise readers see `[^plan]` and nothing to read.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const suggest = suggester(article.notes.map(({identifier}) => identifier))
    const tell = (identifier: string, place: Place | undefined) =>
      report({
        reason: `Cannot find note \`${identifier}\`, expected \`[^${identifier}]:\` somewhere`,
        place,
        expected: suggest(identifier)
      })
    for (const {kind, identifier, place} of article.noteTroubles ?? [])
      if (kind === 'undefined') tell(identifier, place)
    // A call without a note is plain text to GFM.
    for (const node of nodesOf(article)) {
      if (node.type !== 'text') continue
      for (const {0: call, 1: identifier = '', index} of node.value.matchAll(/\[\^([^\s[\]]{1,99})\]/g))
        tell(identifier, placeWithin(node, index, call.length))
    }
  },
  examples: [
    {markdown: 'A claim.[^source]\n\n[^source]: Its source.', problems: []},
    {
      markdown: 'First line,\nsecond *one*.[^source]',
      problems: ['2:14 Cannot find note `source`, expected `[^source]:` somewhere']
    },
    {
      markdown: 'A claim.[^source]\n',
      problems: ['1:9 Cannot find note `source`, expected `[^source]:` somewhere']
    }
  ]
}
