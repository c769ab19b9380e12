import {metaPlace} from '../meta-place.ts'
import type {Rule} from '../rule.ts'

export const orcidValid: Rule = {
  id: 'orcid-valid',
  about: 'An ORCID iD is well formed and its check digit right: a slip would give the work to somebody else.',
  severity: 'error',
  defaults: {},
  check(article, report) {
    for (const [index, {orcid}] of article.meta.authors.entries()) {
      if (orcid === undefined) continue
      const expected = fault(orcid)
      if (expected === undefined) continue
      report({
        reason: `Unexpected ORCID iD \`${orcid}\`, expected ${expected}`,
        place: metaPlace(article, `authors.${index}.orcid`),
        note: 'Copy it from the page of the person at https://orcid.org/.'
      })
    }
  },
  examples: [
    {markdown: '---\nauthor:\n  - name: Ada Example\n    orcid: 0000-0002-1825-0097\n---\n\nText.', problems: []},
    {
      markdown: '---\nauthor:\n  - name: Ada Example\n    orcid: 0000-0002-1825-0098\n---\n\nText.',
      problems: ['4:12 Unexpected ORCID iD `0000-0002-1825-0098`, expected `7` as its last digit']
    },
    {
      markdown: '---\nauthor:\n  - name: Ada Example\n    orcid: 0000-0002-1825\n---\n\nText.',
      problems: ['4:12 Unexpected ORCID iD `0000-0002-1825`, expected sixteen digits in fours']
    }
  ]
}

/** What would be right; `undefined` for a good one. */
function fault(orcid: string): string | undefined {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(orcid)) return 'sixteen digits in fours'
  const digit = checkDigit(orcid.replaceAll('-', '').slice(0, 15))
  return orcid.endsWith(digit) ? undefined : `\`${digit}\` as its last digit`
}

/** ISO 7064, MOD 11-2. */
function checkDigit(digits: string): string {
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const rest = (12 - (total % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}
