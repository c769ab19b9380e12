import {textOf} from '../../util/text.ts'
import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const titlePresent: Rule = {
  id: 'title-present',
  about: 'The article has a title: without one it can be neither cited nor found.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const {title, isPartial} = article.meta
    if (textOf([...title]).trim() !== '' || isPartial) return
    report({
      reason: 'Cannot find a title, expected `title` in the front matter',
      place: metaPlace(article, 'title'),
      note: 'Begin the manuscript with\n\n    ---\n    title: The title\n    ---'
    })
  },
  examples: [
    {markdown: '---\ntitle: A title\n---\n\nText.', problems: []},
    {
      markdown: '---\nlang: en\n---\n\nText.',
      problems: ['1:1 Cannot find a title, expected `title` in the front matter']
    }
  ]
}
