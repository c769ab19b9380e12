import type {Rule} from '../rule.ts'

export const labelUnique: Rule = {
  id: 'label-unique',
  about: 'A label names one thing: otherwise a cross-reference may lead to the wrong one.',
  severity: 'error',
  defaults: {},
  check({labels}, report) {
    for (const [label, [first, ...others]] of labels)
      for (const {place} of others)
        report({
          reason: `Unexpected second label \`${label}\`, expected each label once`,
          place,
          cause: first?.place,
          note: 'Cross-references lead to the first one.'
        })
  },
  examples: [
    {markdown: '# One {#sec:one}\n\nA.\n\n# Two {#sec:two}\n\nB.', problems: []},
    {
      markdown: '# One {#sec:one}\n\nA.\n\n# Two {#sec:one}\n\nB.',
      problems: ['5:1 Unexpected second label `sec:one`, expected each label once']
    }
  ]
}
