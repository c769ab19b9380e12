import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const phonePublic: Rule = {
  id: 'phone-public',
  about: 'A personal phone number in a published article stays public for good.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    for (const [index, {phone, name}] of article.meta.authors.entries()) {
      if (phone === undefined) continue
      report({
        reason: `Unexpected phone number of \`${name.display}\`, expected none in what is published`,
        place: metaPlace(article, `authors.${index}.phone`),
        note: 'Remove `phone` if the number is not meant for everyone.'
      })
    }
  },
  examples: [
    {markdown: '---\nauthor:\n  - name: Ada Example\n    email: ada@example.org\n---\n\nText.', problems: []},
    {
      markdown: '---\nauthor:\n  - name: Ada Example\n    phone: "+1 555 0100"\n---\n\nText.',
      problems: ['4:12 Unexpected phone number of `Ada Example`, expected none in what is published']
    }
  ]
}
