import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const doiValid: Rule = {
  id: 'doi-valid',
  about: 'The DOI of the article is well formed: it is printed on every copy and cannot be called back.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    const {doi} = article.meta.publication
    if (doi === undefined || (/^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi) && doi.length <= 2048)) return
    report({
      reason: `Unexpected DOI \`${doi.slice(0, 100)}\`, expected one like \`10.1234/abc\``,
      place: metaPlace(article, 'publication.doi')
    })
  },
  examples: [
    {markdown: '---\ndoi: 10.1234/abc\n---\n\nText.', problems: []},
    {
      markdown: '---\ndoi: abc/10.1234\n---\n\nText.',
      problems: ['2:6 Unexpected DOI `abc/10.1234`, expected one like `10.1234/abc`']
    }
  ]
}
