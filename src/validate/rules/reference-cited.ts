import type {LibraryEntry} from '../../model/article.ts'
import type {Finding, Report} from '../../model/problem.ts'
import {nodesOf} from '../../util/nodes.ts'
import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

/** A library shared by many papers would otherwise drown every other message. */
const mostSingly = 10

export const referenceCited: Rule = {
  id: 'reference-cited',
  about: 'Every reference is cited in the text: journals ask for it, and a reader learns what the work is there for.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    const cited = new Set<string>()
    for (const node of nodesOf(article)) if (node.type === 'citation') for (const {key} of node.items) cited.add(key)
    const uncited = [...article.library.values()].filter(({key}) => !cited.has(key))
    const wished = new Set(article.meta.nocite.map(({key}) => key))
    const isListed = ({key}: LibraryEntry) => wished.has(key) || wished.has('*')
    const listed = uncited.filter(isListed)
    if (listed.length > 0)
      report({
        reason: `Cannot find a citation of ${named(listed)}: listed at the wish of \`nocite\``,
        place: article.meta.nocite[0]?.place ?? metaPlace(article, 'nocite')
      })
    tellUnlisted(
      uncited.filter((entry) => !isListed(entry)),
      report
    )
  },
  examples: [
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}'},
      problems: []
    },
    {
      markdown: '---\nbibliography: refs.bib\n---\n\nAs told [@a].',
      files: {'refs.bib': '@book{a, title = {A}}\n@book{b, title = {B}}'},
      problems: ['refs.bib:2:1 Cannot find a citation of `b`: left out of the list of references']
    },
    {
      markdown: '---\nbibliography: refs.bib\nnocite: "@a, @b"\n---\n\nNothing is cited.',
      files: {'refs.bib': '@book{a, title = {A}}\n@book{b, title = {B}}'},
      problems: ['3:10 Cannot find a citation of `a`, `b`: listed at the wish of `nocite`']
    }
  ]
}

function tellUnlisted(entries: ReadonlyArray<LibraryEntry>, report: Report<Finding>): void {
  const note = 'Cite it, or name it in `nocite` to have it listed all the same.'
  const tell = (some: ReadonlyArray<LibraryEntry>) =>
    report({
      reason: `Cannot find a citation of ${named(some)}: left out of the list of references`,
      place: some[0]?.place,
      note
    })
  if (entries.length > mostSingly) tell(entries)
  else for (const entry of entries) tell([entry])
}

/** “`a`, `b`”, or the first few of many. */
function named(entries: ReadonlyArray<LibraryEntry>): string {
  const names = entries.slice(0, mostSingly).map(({key}) => `\`${key}\``)
  return entries.length > mostSingly ? `${entries.length} works (${names.join(', ')} …)` : names.join(', ')
}
