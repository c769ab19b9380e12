import type {CslItem} from '../../model/article.ts'
import type {Rule} from '../rule.ts'

export const referenceComplete: Rule = {
  id: 'reference-complete',
  about:
    'A reference says what its kind of work needs to be found: without a year or a journal a reader is left to guess.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const {key, csl, place} of article.references) {
      const missing = (needs.get(csl.type) ?? always).filter(
        ({variables}) => !variables.some((name) => isGiven(csl, name))
      )
      if (missing.length === 0) continue
      report({
        reason: `Cannot find the ${listed(missing.map(({name}) => name))} of reference \`${key}\`, expected of the type \`${csl.type}\``,
        place,
        note: 'Add it to the entry, or give the entry the type that the work has.'
      })
    }
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, author = {Lee, Bo}, title = {A}, year = 2000}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@article{a,\n  author = {Lee, Bo},\n  title = {A}\n}'},
      problems: [
        'refs.bib:1:1 Cannot find the journal and year of reference `a`, expected of the type `article-journal`'
      ]
    }
  ]
}

interface Need {
  /** As an author calls it. */
  readonly name: string
  /** Any one of these will do. */
  readonly variables: ReadonlyArray<string>
}

const title: Need = {name: 'title', variables: ['title']}
const year: Need = {name: 'year', variables: ['issued', 'status']}
const people: Need = {
  name: 'author',
  variables: [
    'author',
    'editor',
    'translator',
    'collection-editor',
    'compiler',
    'director',
    'composer',
    'container-author'
  ]
}
const journal: Need = {name: 'journal', variables: ['container-title', 'container-title-short']}
const book: Need = {name: 'title of the book', variables: ['container-title', 'event-title']}
const always = [title]

const needs: ReadonlyMap<string, ReadonlyArray<Need>> = new Map([
  ['article', [people, title, year]],
  ['article-journal', [people, title, journal, year]],
  ['article-magazine', [title, {...journal, name: 'magazine'}, year]],
  ['article-newspaper', [title, {...journal, name: 'newspaper'}, year]],
  ['book', [people, title, year]],
  ['chapter', [people, title, book, year]],
  ['paper-conference', [people, title, book, year]],
  ['patent', [title, {name: 'number', variables: ['number']}]],
  ['report', [{...people, variables: [...people.variables, 'publisher']}, title, year]],
  ['thesis', [people, title, {name: 'school', variables: ['publisher']}, year]],
  ['webpage', [title, {name: 'address', variables: ['URL', 'DOI']}]]
])

function isGiven(csl: CslItem, name: string): boolean {
  const value = csl[name]
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

/** “a”, “a and b”, “a, b and c”. */
function listed(names: ReadonlyArray<string>): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
