import type {Nodes} from 'mdast'
import type {Article} from '../../model/article.ts'
import {attributesOf} from '../../model/attributes.ts'
import {placeOf} from '../../model/place.ts'
import {textsOf} from '../../util/texts.ts'
import {walk} from '../../util/walk.ts'
import type {Rule} from '../rule.ts'
import {suggester} from '../suggester.ts'

export const linkResolves: Rule = {
  id: 'link-resolves',
  about: 'A link inside the article leads somewhere.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    const anchors = anchorsOf(article)
    const suggest = suggester(anchors)
    for (const node of walk(textsOf(article))) {
      // A link without a position is one that we made.
      if (node.type !== 'link' || node.position === undefined || !/^#./.test(node.url)) continue
      const anchor = decoded(node.url.slice(1))
      if (anchors.has(anchor)) continue
      report({
        reason: `Cannot find \`${node.url}\`, expected a label or the slug of a heading`,
        place: placeOf(node),
        expected: suggest(anchor).map((candidate) => `#${candidate}`)
      })
    }
  },
  examples: [
    {markdown: '# Methods\n\nSee [the methods](#methods).', problems: []},
    {
      markdown: '# Methods\n\nSee [the methods](#method).',
      problems: ['3:5 Cannot find `#method`, expected a label or the slug of a heading']
    }
  ]
}

function anchorsOf(article: Article): ReadonlySet<string> {
  const anchors = new Set<string>()
  const add = (anchor: string | undefined) => anchor !== undefined && anchors.add(anchor)
  for (const node of walk(textsOf(article))) {
    add(attributesOf(node).id)
    add(identifierOf(node))
  }
  return anchors
}

function identifierOf(node: Nodes): string | undefined {
  if (node.type === 'section' || node.type === 'figure' || node.type === 'reference') return node.identifier
  return node.type === 'math' ? node.data?.identifier : undefined
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
