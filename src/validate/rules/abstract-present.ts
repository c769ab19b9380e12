import {textOf} from '../../util/text.ts'
import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const abstractPresent: Rule = {
  id: 'abstract-present',
  about: 'The article has an abstract: it is what indexes show, and all that most people read.',
  severity: 'warning',
  defaults: {},
  check(article, report) {
    const {abstract, isPartial} = article.meta
    if (isPartial || (abstract !== undefined && textOf(abstract).trim() !== '')) return
    report({
      reason: 'Cannot find an abstract, expected `abstract` in the front matter',
      place: metaPlace(article, 'abstract'),
      note: 'Write in the front matter\n\n    abstract: |\n      What the article shows.'
    })
  },
  examples: [
    {markdown: '---\nabstract: What it shows.\n---\n\nText.', problems: []},
    {
      markdown: '---\ntitle: A title\n---\n\nText.',
      problems: ['1:1 Cannot find an abstract, expected `abstract` in the front matter']
    }
  ]
}
