import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const citationStyleUsable: Rule = {
  id: 'citation-style-usable',
  about: 'The citation style can be used: otherwise citations and references are printed in a plain form.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    for (const {kind, text, place, expected} of article.troubles)
      if (kind === 'style-missing') report({...parts(text), place: place ?? metaPlace(article, 'style'), expected})
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\ncsl: apa\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\ncsl: broken.csl\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}', 'broken.csl': '<style xmlns="http://purl.org/net/xbiblio/csl">'},
      problems: ['3:6 Cannot use citation style `broken.csl`']
    }
  ]
}

/** What is wrong, and what the engine said of it: words for who mends the style. */
function parts(text: string): {readonly reason: string; readonly note?: string} {
  const at = text.indexOf(': ')
  return at < 0 ? {reason: text} : {reason: text.slice(0, at), note: `The engine said: ${text.slice(at + 2)}`}
}
