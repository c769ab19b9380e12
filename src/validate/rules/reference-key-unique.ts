import type {Rule} from '../rule.ts'

export const referenceKeyUnique: Rule = {
  id: 'reference-key-unique',
  about: 'A key names one reference: otherwise a citation may point at another work than its author meant.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const {key, place, duplicates} of article.library.values())
      for (const duplicate of duplicates)
        report({
          reason: `Unexpected second reference \`${key}\``,
          place: duplicate,
          cause: place,
          note: 'The first one is used; give the other a key of its own, or remove it.'
        })
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}\n@book{b, title = {B}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}\n@book{a, title = {B}}'},
      problems: ['refs.bib:2:1 Unexpected second reference `a`']
    }
  ]
}
