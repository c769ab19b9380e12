import type {LibraryEntry} from '../../model/article.ts'
import {referencePlace} from '../reference-place.ts'
import type {Rule} from '../rule.ts'

export const referenceUnique: Rule = {
  id: 'reference-unique',
  about: 'A work is listed once: two entries with one DOI are the same work under two keys.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    const byDoi = new Map<string, LibraryEntry>()
    for (const entry of article.references) {
      const doi = entry.csl['DOI']
      if (typeof doi !== 'string' || doi === '') continue
      const first = byDoi.get(doi.toLowerCase())
      if (first === undefined) byDoi.set(doi.toLowerCase(), entry)
      else if (first.key !== entry.key)
        report({
          reason: `Unexpected second reference to the work with the DOI \`${doi}\`: \`${entry.key}\` and \`${first.key}\``,
          place: referencePlace(entry, 'doi', 'DOI'),
          cause: referencePlace(first, 'doi', 'DOI'),
          note: 'Cite it by one key.'
        })
    }
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a; @b].',
      files: {'refs.bib': '@book{a, title = {A}, doi = {10.1234/a}}\n@book{b, title = {B}, doi = {10.1234/b}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a; @b].',
      files: {'refs.bib': '@book{a, title = {A}, doi = {10.1234/a}}\n@book{b, title = {B},\n  doi = {10.1234/A}}'},
      problems: ['refs.bib:3:3 Unexpected second reference to the work with the DOI `10.1234/A`: `b` and `a`']
    }
  ]
}
