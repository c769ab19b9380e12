import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const correspondingHasEmail: Rule = {
  id: 'corresponding-has-email',
  about: 'The author for correspondence can be written to.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    for (const [index, {corresponding, email, name}] of article.meta.authors.entries()) {
      if (!corresponding || email !== undefined) continue
      report({
        reason: `Cannot find an email address of the corresponding author \`${name.display}\`, expected \`email\``,
        place: metaPlace(article, `authors.${index}`)
      })
    }
  },
  examples: [
    {
      markdown:
        '---\nauthor:\n  - name: Ada Example\n    email: ada@example.org\n    corresponding: true\n---\n\nText.',
      problems: []
    },
    {
      markdown: '---\nauthor:\n  - name: Ada Example\n    corresponding: true\n---\n\nText.',
      problems: ['3:5 Cannot find an email address of the corresponding author `Ada Example`, expected `email`']
    }
  ]
}
