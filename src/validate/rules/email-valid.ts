import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const emailValid: Rule = {
  id: 'email-valid',
  about: 'An email address can be written to.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const [index, {email}] of article.meta.authors.entries()) {
      if (email === undefined || isAddress(email)) continue
      report({
        reason: `Unexpected email address \`${email}\`, expected one like \`name@example.org\``,
        place: metaPlace(article, `authors.${index}.email`)
      })
    }
  },
  examples: [
    {markdown: '---\nauthor:\n  - name: Ada Example\n    email: ada@example.org\n---\n\nText.', problems: []},
    {
      markdown: '---\nauthor:\n  - name: Ada Example\n    email: ada(at)example.org\n---\n\nText.',
      problems: ['4:12 Unexpected email address `ada(at)example.org`, expected one like `name@example.org`']
    }
  ]
}

/** What HTML takes in a field for an address (HTML Living Standard, 4.10.5.1.5), with letters of every script. */
function isAddress(text: string): boolean {
  return text.length <= 320 && /^[^\s@<>()[\]\\,;:"]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text)
}
