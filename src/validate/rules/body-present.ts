import type {Rule} from '../rule.ts'

export const bodyPresent: Rule = {
  id: 'body-present',
  about: 'The manuscript has a text below its front matter.',
  severity: 'error',
  defaults: {},
  check({body, meta}, report) {
    if (body.children.some((child) => child.type !== 'bibliography')) return
    report({reason: 'Cannot find any text, expected some below the front matter', place: meta.places.get('')})
  },
  examples: [
    {markdown: '---\ntitle: A title\n---\n\nText.', problems: []},
    {
      markdown: '---\ntitle: A title\n---\n',
      problems: ['1:1 Cannot find any text, expected some below the front matter']
    }
  ]
}
