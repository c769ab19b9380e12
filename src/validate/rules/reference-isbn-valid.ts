import {isIsbn} from '../check-digits.ts'
import {referencePlace} from '../reference-place.ts'
import type {Rule} from '../rule.ts'

export const referenceIsbnValid: Rule = {
  id: 'reference-isbn-valid',
  about: 'The check digit of an ISBN fits: otherwise a digit is mistyped and no library finds the book.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const entry of article.references) {
      const typed = entry.csl['ISBN']
      const numbers =
        typeof typed === 'string' ? typed.replace(/\([^)]*\)/g, '').split(/\s*[,;/]\s*|\s+(?=97[89])/) : []
      for (const number of numbers.map((part) => part.replace(/^ISBN:?\s*/i, '').trim()))
        if (number !== '' && !isIsbn(number))
          report({
            reason: `Unexpected ISBN \`${number.slice(0, 40)}\` of reference \`${entry.key}\`, expected 10 or 13 digits whose last fits the others`,
            place: referencePlace(entry, 'isbn', 'ISBN'),
            note: 'Compare it with the book: a digit is mistyped or missing.'
          })
    }
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a; @b].',
      files: {
        'refs.bib':
          '@book{a, title = {A},\n  isbn = {978-3-16-148410-0}}\n@book{b, title = {B},\n  isbn = {0-8044-2957-X}}'
      },
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A},\n  isbn = {978-3-16-148410-1}}'},
      problems: [
        'refs.bib:2:3 Unexpected ISBN `978-3-16-148410-1` of reference `a`, expected 10 or 13 digits whose last fits the others'
      ]
    }
  ]
}
