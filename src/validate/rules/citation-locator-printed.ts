import type {Rule} from '../rule.ts'

export const citationLocatorPrinted: Rule = {
  id: 'citation-locator-printed',
  about:
    'A page or chapter that a citation names is printed: some styles have no place for it, and readers never see it.',
  severity: 'warning',
  defaults: {},
  check({troubles}, report) {
    for (const {kind, text, place} of troubles)
      if (kind === 'locator-unprinted')
        report({
          reason: text,
          place,
          note: 'Say it in your own words: `{}` behind the key, as in `[@knuth1984{}, p. 3]`, makes words of what follows.'
        })
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\ncsl: ieee\n---\n\nAs told [@a, p. 3].',
      files: {'refs.bib': '@book{a, title = {A}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\ncsl: nature\n---\n\nAs told [@a, pp. 3-4; @b, {app. 2}; @b{}, p. 5].',
      files: {'refs.bib': '@book{a, title = {A}}\n@book{b, title = {B}}'},
      problems: [
        '6:11 Cannot print page `3-4` in the citation of `a`: citation style `nature` prints none',
        '6:24 Cannot print appendix `2` in the citation of `b`: citation style `nature` prints none'
      ]
    }
  ]
}
