import {textOf, wordCount} from '../../util/text.ts'
import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const abstractLength: Rule<{min: number; max: number}> = {
  id: 'abstract-length',
  about: 'The abstract has at least `min` and at most `max` words: journals and indexes cut or refuse longer ones.',
  severity: 'warning',
  defaults: {min: 0, max: 350},
  check(article, report, {min, max}) {
    if (article.meta.abstract === undefined) return
    const words = wordCount(textOf(article.meta.abstract))
    const expected = words < min ? `at least ${min}` : words > max ? `at most ${max}` : undefined
    if (expected === undefined) return
    report({
      reason: `Unexpected abstract of ${words} ${words === 1 ? 'word' : 'words'}, expected ${expected}`,
      place: metaPlace(article, 'abstract')
    })
  },
  examples: [
    {markdown: '---\nabstract: Four words are enough.\n---\n\nText.', problems: []},
    {
      markdown: '---\nabstract: Four words are enough.\n---\n\nText.',
      settings: {'abstract-length': ['error', {max: 3}]},
      problems: ['2:11 Unexpected abstract of 4 words, expected at most 3']
    },
    {
      markdown: '---\nabstract: One.\n---\n\nText.',
      settings: {'abstract-length': ['error', {min: 2}]},
      problems: ['2:11 Unexpected abstract of 1 word, expected at least 2']
    }
  ]
}
