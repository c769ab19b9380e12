import type {Article} from '../../model/article.ts'
import {placeOf} from '../../model/place.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'

export const abstractWithoutCitation: Rule = {
  id: 'abstract-without-citation',
  about: 'An abstract cites nothing: databases show it alone, where a citation leads to no list of references.',
  severity: 'warning',
  defaults: {},
  check({meta}, report) {
    for (const node of walk(abstractsOf(meta))) {
      if (node.type !== 'citation') continue
      const keys = node.items.map(({key}) => `\`${key}\``).join(', ')
      report({
        reason: `Unexpected citation of ${keys} in the abstract, expected words that stand alone`,
        place: placeOf(node),
        note: 'Name the work in words, “Knuth (1984)”, or cite it in the text.'
      })
    }
  },
  examples: [
    {
      markdown: '---\nabstract: As Knuth told.\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}'},
      problems: []
    },
    {
      markdown: '---\nabstract: As told [@a; @b].\nbibliography: refs.bib\n---\n\nText.',
      files: {'refs.bib': '@book{a, title = {A}}\n@book{b, title = {B}}'},
      problems: ['2:19 Unexpected citation of `a`, `b` in the abstract, expected words that stand alone']
    },
    {
      markdown: '---\ntranslations:\n  ru:\n    abstract: Как сказано [@a].\nbibliography: refs.bib\n---\n\nText.',
      files: {'refs.bib': '@book{a, title = {A}}'},
      problems: ['4:27 Unexpected citation of `a` in the abstract, expected words that stand alone']
    }
  ]
}

/** The abstract and its translations. */
function abstractsOf({abstract, translations}: Article['meta']) {
  return [abstract, ...[...translations.values()].map((translation) => translation.abstract)].filter(
    (text) => text !== undefined
  )
}
