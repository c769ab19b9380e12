import type {Rule} from '../rule.ts'

export const noteCalled: Rule = {
  id: 'note-called',
  about: 'A note that is written is called somewhere, and its name belongs to it alone: otherwise no reader sees it.',
  severity: 'warning',
  defaults: {},
  check({noteTroubles = []}, report) {
    for (const {kind, identifier, place, cause} of noteTroubles) {
      if (kind === 'uncalled')
        report({
          reason: `Cannot find a call of note \`${identifier}\`, expected \`[^${identifier}]\` in the text`,
          place,
          note: 'The note is left out.'
        })
      if (kind === 'duplicate')
        report({
          reason: `Unexpected second note \`${identifier}\`, expected each name once`,
          place,
          cause,
          note: 'The first one holds; this one is left out.'
        })
    }
  },
  examples: [
    {markdown: 'A claim.[^source]\n\n[^source]: Its source.', problems: []},
    {
      markdown: 'A claim.\n\n[^source]: Its source.',
      problems: ['3:1 Cannot find a call of note `source`, expected `[^source]` in the text']
    },
    {
      markdown: 'A claim.[^a]\n\n[^a]: Its source.\n\n[^a]: Another.',
      problems: ['5:1 Unexpected second note `a`, expected each name once']
    }
  ]
}
