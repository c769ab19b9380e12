import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const citationLocaleFound: Rule = {
  id: 'citation-locale-found',
  about: 'The citation style knows the words of the article’s language, such as “and” and “pp.”.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    for (const {kind, text, place, expected} of article.troubles)
      if (kind === 'locale-missing') report({reason: text, place: place ?? metaPlace(article, 'language'), expected})
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\nlang: uz\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\nlang: tlh\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}'},
      problems: [
        '3:7 Cannot find the words of citations in language `tlh`, expected a language that CSL has a locale for'
      ]
    }
  ]
}
