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
  examples: [{markdown: '---\nlang: en\n---\n\nText.', problems: []}]
}
