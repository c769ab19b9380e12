import {referencePlace} from '../reference-place.ts'
import type {Rule} from '../rule.ts'

export const referenceDoiValid: Rule = {
  id: 'reference-doi-valid',
  about: 'The DOI of a reference is well formed: a reader follows it, and Crossref links by it.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const entry of article.references) {
      const doi = entry.csl['DOI']
      if (typeof doi !== 'string' || /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi)) continue
      report({
        reason: `Unexpected DOI \`${doi.slice(0, 100)}\` of reference \`${entry.key}\`, expected one like \`10.1234/abc\``,
        place: referencePlace(entry, 'doi', 'DOI'),
        note: 'Write the DOI alone, without its resolver; leave the field out where there is none.'
      })
    }
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A},\n  doi = {https://doi.org/10.1234/abc}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A},\n  doi = {abc}}'},
      problems: ['refs.bib:2:3 Unexpected DOI `abc` of reference `a`, expected one like `10.1234/abc`']
    }
  ]
}
