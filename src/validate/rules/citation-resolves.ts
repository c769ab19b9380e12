import type {Article} from '../../model/article.ts'
import type {Place} from '../../model/place.ts'
import {placeOf} from '../../model/place.ts'
import {nodesOf} from '../../util/nodes.ts'
import {doiOfKey, lockFile} from '../../util/references-lock.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const citationResolves: Rule = {
  id: 'citation-resolves',
  about: 'What is cited is in the bibliography: otherwise readers see `[?knuth84]` and cannot look it up.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const {library, bibliographies, meta} = article
    const suggest = suggester(library.keys())
    const tell = (key: string, place: Place | undefined) => {
      if (library.has(key)) return
      const doi = doiOfKey(key)
      if (doi !== undefined)
        return report({
          reason: `Cannot find the record of DOI \`${doi}\`, expected it in \`${lockFile}\` or in a bibliography`,
          place,
          note: `Run \`offprint references add ${doi}\`, which fetches it once and keeps it.`
        })
      report({
        reason: `Cannot find reference \`${key}\`, expected ${where(article)}`,
        place,
        expected: suggest(key),
        note:
          bibliographies.length === 0
            ? 'Name one in the front matter: `bibliography: references.bib`.'
            : 'Write the key as the bibliography has it, or add the entry there.'
      })
    }
    for (const node of nodesOf(article)) {
      if (node.type !== 'citation') continue
      for (const {key, position} of node.items)
        tell(key, placeOf({type: node.type, position: position ?? node.position}))
    }
    for (const {key, place} of meta.nocite) if (key !== '*') tell(key, place)
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@knuth1984].',
      files: {'refs.bib': '@book{knuth1984, title = {A book}, year = 1984}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@knuth1985].',
      files: {'refs.bib': '@book{knuth1984, title = {A book}, year = 1984}'},
      problems: ['5:11 Cannot find reference `knuth1985`, expected a key of `refs.bib`']
    },
    {
      markdown: 'As told [@doi:10.1000/182].',
      problems: [
        '1:11 Cannot find the record of DOI `10.1000/182`, expected it in `references.lock.json` or in a bibliography'
      ]
    },
    {
      markdown: 'As told [@knuth1985].',
      problems: ['1:11 Cannot find reference `knuth1985`, expected a bibliography that holds it']
    }
  ]
}

function where({bibliographies}: Article): string {
  if (bibliographies.length === 0) return 'a bibliography that holds it'
  return `a key of ${bibliographies.map((path) => `\`${path}\``).join(' or ')}`
}
