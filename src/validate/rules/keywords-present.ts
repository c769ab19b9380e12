import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const keywordsPresent: Rule<{min: number; max: number}> = {
  id: 'keywords-present',
  about: 'The article has at least `min` and at most `max` keywords: indexes and readers find it by them.',
  severity: 'warning',
  defaults: {min: 1, max: 20},
  check(article, report, {min, max}) {
    const count = article.meta.keywords.length
    const place = metaPlace(article, 'keywords')
    if (count === 0 && article.meta.isPartial) return
    if (count === 0 && min > 0) {
      report({
        reason: 'Cannot find keywords, expected `keywords` in the front matter',
        place,
        note: 'Write in the front matter\n\n    keywords: [first, second]'
      })
    } else if (count < min || count > max) {
      const expected = count < min ? `at least ${min}` : `at most ${max}`
      report({
        reason: `Unexpected count of ${count} ${count === 1 ? 'keyword' : 'keywords'}, expected ${expected}`,
        place
      })
    }
  },
  examples: [
    {markdown: '---\nkeywords: [one, two]\n---\n\nText.', problems: []},
    {
      markdown: '---\ntitle: A title\n---\n\nText.',
      problems: ['1:1 Cannot find keywords, expected `keywords` in the front matter']
    },
    {
      markdown: '---\nkeywords: [one, two]\n---\n\nText.',
      settings: {'keywords-present': ['error', {min: 3}]},
      problems: ['2:1 Unexpected count of 2 keywords, expected at least 3']
    }
  ]
}
