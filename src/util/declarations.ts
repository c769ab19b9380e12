import type {ListItem, Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {Meta, SuggestedReviewer, Supplement} from '../model/meta.ts'
import type {Section} from '../model/nodes.ts'
import type {StatementKind} from '../model/section-role.ts'
import type {Terms} from './terms.ts'

/** What stands behind the text under a heading of its own. */
export interface Declaration {
  readonly kind: StatementKind | 'reviewed' | 'supplementary' | 'support'
  readonly title: string
  readonly root: Root
}

/** The statements of an article, and for readers what goes with it: works it reviews, material beside it, help in kind. */
export function declarationsOf({statements, beside}: Meta, words: Terms): ReadonlyArray<Declaration> {
  const said = [...(statements ?? [])].map(([kind, root]): Declaration => ({kind, title: words.statements[kind], root}))
  const {products = [], supplements = [], support = []} = beside ?? {}
  const given = support.map(({text: help, source}) =>
    source === undefined || source === help ? help : `${help} (${source})`
  )
  const more = [
    {kind: 'reviewed', title: words.reviewed, lines: products.map((each) => [...each])},
    {kind: 'supplementary', title: words.supplementary, lines: supplements.map(linked)},
    {kind: 'support', title: words.support, lines: given.map((each) => [text(each)])}
  ] as const
  return [
    ...said,
    ...more.flatMap(({kind, title, lines}): ReadonlyArray<Declaration> => {
      return lines.length === 0 ? [] : [{kind, title, root: {type: 'root', children: lines.map(paragraph)}}]
    })
  ]
}

/** The abstract, and the picture that goes with it. */
export function abstractOf({abstract, graphicalAbstract}: Meta): Root | undefined {
  const children = [...(abstract?.children ?? []), ...(graphicalAbstract?.children ?? [])]
  return children.length === 0 ? undefined : {type: 'root', children}
}

/** Who might review the article, under a heading, for its title page. */
export function reviewersOf({beside}: Meta, words: Terms): ReadonlyArray<RootContent> {
  const {reviewers = []} = beside ?? {}
  if (reviewers.length === 0) return []
  const items = reviewers.map((each): ListItem => ({type: 'listItem', children: [paragraph([text(lineOf(each))])]}))
  const section: Section = {
    type: 'section',
    depth: 1,
    identifier: 'suggested-reviewers',
    children: [
      {type: 'heading', depth: 1, children: [text(words.suggestedReviewers)]},
      {type: 'list', ordered: false, children: items}
    ]
  }
  return [section]
}

function lineOf({name, affiliation, email, reason}: SuggestedReviewer): string {
  const line = [name, affiliation, email].filter((part) => part !== undefined).join(', ')
  return reason === undefined ? line : `${line}: ${reason}`
}

/** “S1. Title: address”. */
function linked({target, title, label}: Supplement): Array<PhrasingContent> {
  const url = target.startsWith('10.') ? `https://doi.org/${target}` : target
  const before = [label && `${label}.`, title && `${title}:`].filter((part) => part !== undefined && part !== '')
  const link: PhrasingContent = {type: 'link', url, children: [{type: 'text', value: url}]}
  return before.length === 0 ? [link] : [text(`${before.join(' ')} `), link]
}

function paragraph(children: Array<PhrasingContent>): Paragraph {
  return {type: 'paragraph', children}
}

function text(value: string): PhrasingContent {
  return {type: 'text', value}
}
