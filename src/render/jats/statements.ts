import type {Nodes, RootContent} from 'mdast'
import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {StatementKind} from '../../model/meta.ts'
import type {Section} from '../../model/nodes.ts'
import {terms} from '../../util/terms.ts'
import {textOf} from '../../util/text.ts'
import {paragraphs} from './paragraphs.ts'
import type {State} from './state.ts'

/** What an article declares: in the front matter, or in a section of its own. */
export interface Statement {
  readonly kind: StatementKind
  readonly title: ReadonlyArray<Nodes> | string
  readonly nodes: ReadonlyArray<Nodes>
  /** Of the section it was. */
  readonly identifier?: string
}

/** Other names of sections that declare something. */
const names: ReadonlyMap<string, StatementKind> = new Map([
  ['acknowledgments', 'acknowledgements'],
  ['acknowledgement', 'acknowledgements'],
  ['acknowledgment', 'acknowledgements'],
  ['conflict of interest', 'competing-interests'],
  ['conflict of interest statement', 'competing-interests'],
  ['conflicts of interest', 'competing-interests'],
  ['conflicts', 'competing-interests'],
  ['declaration of competing interest', 'competing-interests'],
  ['declaration of interests', 'competing-interests'],
  ['author contribution', 'contributions'],
  ['data availability statement', 'data-availability'],
  ['data accessibility', 'data-availability'],
  ['availability of data', 'data-availability'],
  ['ethics statement', 'ethics'],
  ['ethical approval', 'ethics']
])

/** The statements of the front matter, and the sections of the body that are some. */
export function statementsOf(article: Article, sections: ReadonlyArray<Section>): ReadonlyArray<Statement> {
  const words = terms(article.meta.language).statements
  const given = [...(article.meta.statements ?? [])].flatMap(([kind, {children}]) =>
    // Prose about funding stands with the funders.
    kind === 'funding' ? [] : [{kind, title: words[kind], nodes: children}]
  )
  const written = sections.flatMap((section): ReadonlyArray<Statement> => {
    const kind = statementKind(section, article)
    const [heading, ...nodes] = section.children
    if (kind === undefined || heading?.type !== 'heading') return []
    return [{kind, title: heading.children, nodes, identifier: section.identifier}]
  })
  return [...given, ...written]
}

/** What a section of the body declares, going by its title; only one without sections in it. */
export function statementKind(node: RootContent, {meta}: Article): StatementKind | undefined {
  if (node.type !== 'section') return undefined
  const [heading, ...rest] = node.children
  if (heading?.type !== 'heading' || rest.length === 0 || rest.some(({type}) => type === 'section')) return undefined
  const title = textOf(heading).trim().toLowerCase()
  const known = names.get(title)
  if (known !== undefined) return known
  for (const language of [meta.language, 'en']) {
    const found = Object.entries(terms(language).statements).find(([, words]) => words.toLowerCase() === title)
    if (found !== undefined && found[0] !== 'funding') return found[0] as StatementKind
  }
  return undefined
}

const sectionTypes = {
  'ai-use': 'ai-use',
  'code-availability': 'code-availability',
  consent: 'informed-consent',
  contributions: 'author-contributions',
  'data-availability': 'data-availability',
  ethics: 'ethics-statement',
  funding: 'funding-statement'
} as const

/** Statements as JATS4R wants them: thanks in `ack`, interests in a note to the authors, the others in sections of `back`. */
export function backStatements(statements: ReadonlyArray<Statement>, state: State): Array<Element> {
  return statements.flatMap((statement) => {
    const {kind, nodes} = statement
    if (kind === 'competing-interests') return []
    const title = x('title', titleOf(statement, state))
    if (kind !== 'acknowledgements') return [section(kind)]
    return [x('ack', idOf(statement, state), [title, ...paragraphs(state.all(nodes))])]

    function section(type: keyof typeof sectionTypes): Element {
      return x('sec', {...idOf(statement, state), 'sec-type': sectionTypes[type]}, [title, ...state.all(nodes)])
    }
  })
}

/** What the authors say of their interests (JATS4R Conflict of Interest Statements). */
export function interests(statements: ReadonlyArray<Statement>, state: State): Array<Element> {
  return statements
    .filter(({kind}) => kind === 'competing-interests')
    .map((statement) =>
      x('fn', {...idOf(statement, state), 'fn-type': 'coi-statement'}, [
        x('label', titleOf(statement, state)),
        ...paragraphs(state.all(statement.nodes))
      ])
    )
}

function titleOf({title}: Statement, state: State) {
  return typeof title === 'string' ? title : state.all(title)
}

function idOf({identifier}: Statement, state: State): Record<string, string> {
  return identifier === undefined ? {} : {id: state.id(identifier)}
}
