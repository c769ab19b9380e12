import {isIssn} from '../check-digits.ts'
import {referencePlace} from '../reference-place.ts'
import type {Rule} from '../rule.ts'

export const referenceIssnValid: Rule = {
  id: 'reference-issn-valid',
  about: 'The check digit of an ISSN fits: otherwise a digit is mistyped and names another journal or none.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const entry of article.references) {
      const typed = entry.csl['ISSN']
      // A journal has one for print and one for the web, often in one field.
      const numbers =
        typeof typed === 'string' ? typed.replace(/\([^)]*\)/g, '').split(/\s*[,;/]\s*|\s+(?:and\s+)?/) : []
      for (const number of numbers.filter((part) => part !== '' && !isIssn(part)))
        report({
          reason: `Unexpected ISSN \`${number.slice(0, 40)}\` of reference \`${entry.key}\`, expected eight digits whose last fits the others`,
          place: referencePlace(entry, 'issn', 'ISSN'),
          note: 'Compare it with the journal’s page: a digit is mistyped or missing.'
        })
    }
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@article{a, title = {A},\n  issn = {0378-5955, 2434-561X}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@article{a, title = {A},\n  issn = {0378-5956}}'},
      problems: [
        'refs.bib:2:3 Unexpected ISSN `0378-5956` of reference `a`, expected eight digits whose last fits the others'
      ]
    }
  ]
}
