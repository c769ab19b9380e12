import {textOf} from '../../util/text.ts'
import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const titleNotCapitals: Rule = {
  id: 'title-not-capitals',
  about:
    'The title is not typed in capitals: a template may set it so, but indexes and citations need its real letters.',
  severity: 'info',
  defaults: {},
  check(article, report) {
    const title = textOf([...article.meta.title])
    const letters = title.match(/\p{L}/gu) ?? []
    // A short title may be an abbreviation.
    if (letters.length < 12 || /\p{Ll}/u.test(title) || title === title.toLowerCase()) return
    report({
      reason: 'Unexpected title in capitals, expected small letters where they belong',
      place: metaPlace(article, 'title'),
      note: 'A template can set titles in capitals; what is typed goes into indexes.'
    })
  },
  examples: [
    {markdown: '---\ntitle: On the shape of things\n---\n\nText.', problems: []},
    {
      markdown: '---\ntitle: ON THE SHAPE OF THINGS\n---\n\nText.',
      problems: ['2:8 Unexpected title in capitals, expected small letters where they belong']
    }
  ]
}
