import type {Nodes, RootContent} from 'mdast'
import type {Element} from 'xast'
import {x} from 'xastscript'
import type {Article} from '../../model/article.ts'
import type {Section} from '../../model/nodes.ts'
import type {StatementKind} from '../../model/section-role.ts'
import {isStatement} from '../../model/section-role.ts'
import {terms} from '../../util/terms.ts'
import {paragraphs} from './paragraphs.ts'
import {sectionType} from './section-type.ts'
import type {State} from './state.ts'

/** What an article declares: in the front matter, or in a section of its own. */
export interface Statement {
  readonly kind: StatementKind
  readonly title: ReadonlyArray<Nodes> | string
  readonly nodes: ReadonlyArray<Nodes>
  /** Of the section it was. */
  readonly identifier?: string
}

/** The statements of the front matter, and the sections of the body that are some. */
export function statementsOf(article: Article, sections: ReadonlyArray<Section>): ReadonlyArray<Statement> {
  const words = terms(article.meta.language).statements
  const given = [...(article.meta.statements ?? [])].flatMap(([kind, {children}]) =>
    // Prose about funding stands with the funders.
    kind === 'funding' ? [] : [{kind, title: words[kind], nodes: children}]
  )
  const written = sections.flatMap((section): ReadonlyArray<Statement> => {
    const kind = statementKind(section)
    const [heading, ...nodes] = section.children
    if (kind === undefined || heading?.type !== 'heading') return []
    return [{kind, title: heading.children, nodes, identifier: section.identifier}]
  })
  return [...given, ...written]
}

/** What a section of the body declares; only one without sections in it. */
export function statementKind(node: RootContent): StatementKind | undefined {
  if (node.type !== 'section') return undefined
  const [heading, ...rest] = node.children
  if (heading?.type !== 'heading' || rest.length === 0 || rest.some(({type}) => type === 'section')) return undefined
  return node.roles?.find(isStatement)
}

/** Statements as JATS4R wants them: thanks in `ack`, interests in a note to the authors, the others in sections of `back`. */
export function backStatements(statements: ReadonlyArray<Statement>, state: State): Array<Element> {
  return statements.flatMap((statement) => {
    const {kind, nodes} = statement
    if (kind === 'competing-interests') return []
    const title = x('title', titleOf(statement, state))
    if (kind === 'acknowledgements') return [x('ack', idOf(statement, state), [title, ...paragraphs(state.all(nodes))])]
    const type = sectionType({roles: [kind]}) ?? kind
    return [x('sec', {...idOf(statement, state), 'sec-type': type}, [title, ...state.all(nodes)])]
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
