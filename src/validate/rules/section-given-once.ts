import type {Article} from '../../model/article.ts'
import type {Section} from '../../model/nodes.ts'
import {placeOf} from '../../model/place.ts'
import type {SectionRole} from '../../model/section-role.ts'
import {isStatement} from '../../model/section-role.ts'
import {textOf} from '../../util/text.ts'
import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const sectionGivenOnce: Rule = {
  id: 'section-given-once',
  about:
    'What an article declares stands in its front matter or in a section, not in both: readers would meet it twice.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    for (const node of article.body.children) {
      const role = node.type === 'section' ? node.roles?.find((each) => isGiven(each, article)) : undefined
      if (node.type !== 'section' || role === undefined) continue
      const [heading] = node.children
      report({
        reason: `Unexpected section \`${titleOf(node)}\`: the front matter gives \`${role}\` already`,
        place: placeOf(heading),
        cause: metaPlace(article, role),
        note: 'Keep one of them; `{role=none}` after the heading makes it a section like any other.'
      })
    }
  },
  examples: [
    {markdown: '# Funding\n\nNo money was spent.', problems: []},
    {markdown: '---\nfunding: None.\n---\n\n# Funding {role=none}\n\nOn the price of money.', problems: []},
    {
      markdown: '---\nacknowledgements: We thank all.\n---\n\n# Acknowledgments\n\nWe thank all.',
      problems: ['5:1 Unexpected section `Acknowledgments`: the front matter gives `acknowledgements` already']
    },
    {
      markdown: '---\nlang: ru\nabstract: Коротко.\n---\n\n# Аннотация\n\nКоротко.',
      problems: ['6:1 Unexpected section `Аннотация`: the front matter gives `abstract` already']
    }
  ]
}

function titleOf({children: [heading]}: Section): string {
  return heading === undefined ? '' : textOf(heading).trim()
}

function isGiven(role: SectionRole, {meta}: Article): boolean {
  if (role === 'abstract') return meta.abstract !== undefined
  if (role === 'keywords') return meta.keywords.length > 0
  return isStatement(role) && meta.statements?.has(role) === true
}
