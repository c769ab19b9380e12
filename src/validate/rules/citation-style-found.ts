import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const citationStyleFound: Rule = {
  id: 'citation-style-found',
  about: 'The citation style asked for exists: otherwise references are printed in another.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const {csl, meta, template, troubles} = article
    if (csl === undefined)
      report({
        reason: `Cannot find citation style \`${meta.style ?? template.style}\`, expected the name of a CSL style or the path of a \`.csl\` file`,
        place: metaPlace(article, 'style'),
        note: 'The names are those of https://github.com/citation-style-language/styles, such as `apa`.'
      })
    for (const {kind, text, place, expected} of troubles)
      if (kind === 'style-missing') report({reason: text, place: place ?? metaPlace(article, 'style'), expected})
  },
  examples: [
    {markdown: '---\ncsl: apa\n---\n\nText.', problems: []},
    {
      markdown: '---\ncsl: no-such-style\n---\n\nText.',
      problems: [
        '2:6 Cannot find citation style `no-such-style`, expected the name of a CSL style or the path of a `.csl` file'
      ]
    }
  ]
}
