import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const authorsPresent: Rule = {
  id: 'authors-present',
  about: 'The article has an author: someone answers for it, and it can be cited.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const {authors, isPartial} = article.meta
    if (authors.length > 0 || isPartial) return
    report({
      reason: 'Cannot find an author, expected `author` in the front matter',
      place: metaPlace(article, 'authors'),
      note: 'Write in the front matter\n\n    author:\n      - given: Ada\n        family: Example'
    })
  },
  examples: [
    {markdown: '---\nauthor: Ada Example\n---\n\nText.', problems: []},
    {markdown: '---\ntitle: A: title\n---\n\nText.', problems: []},
    {
      markdown: '---\ntitle: A title\n---\n\nText.',
      problems: ['1:1 Cannot find an author, expected `author` in the front matter']
    }
  ]
}
