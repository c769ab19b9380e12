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
  examples: [{markdown: 'Text.', problems: []}]
}
