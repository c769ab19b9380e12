import type {Rule} from '../rule.ts'

export const citationHasForm: Rule = {
  id: 'citation-has-form',
  about:
    'What is cited has a printed form: a reference without author, title and date leaves readers nothing to look for.',
  severity: 'warning',
  defaults: {},
  check({troubles}, report) {
    for (const {kind, text, place, expected} of troubles)
      if (kind === 'no-printed-form') report({reason: text, place, expected})
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}, author = {Ada Example}, year = 2001}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\ncsl: titles.csl\n---\n\nAs told [@a].',
      files: {
        'refs.bib': '@misc{a, author = {Ada Example}}',
        'titles.csl':
          '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title><id>t</id><updated>2001-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation></style>'
      },
      problems: [
        '6:9 Cannot print a citation of `a`, expected fields that the style prints, such as author, title and date'
      ]
    }
  ]
}
