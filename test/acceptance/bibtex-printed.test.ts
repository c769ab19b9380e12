import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {printedIn} from './citing.ts'

/** What is typed in BibTeX, and what a reader sees of it in APA; `a` is cited. */
const rows: ReadonlyArray<readonly [string, string]> = [
  [String.raw`@book{a, author = {{\relax Ch}arles Lee}, title = {T}, year = 2000}`, 'Lee, C. (2000). T.'],
  [String.raw`@book{a, author = {{\AA}ngstr{\"o}m, A.}, title = {T}, year = 2000}`, 'Ångström, A. (2000). T.'],
  [
    '@book{a, author = {{World Health Organization}}, title = {T}, year = 2000}',
    'World Health Organization. (2000). T.'
  ],
  ['@book{a, author = {al-Khwarizmi, Muhammad}, title = {T}, year = 2000}', 'al-Khwarizmi, M. (2000). T.'],
  ["@book{a, author = {d'Alembert, Jean}, title = {T}, year = 2000}", 'd’Alembert, J. (2000). T.'],
  ['@book{a, author = {van der Waals, Johannes}, title = {T}, year = 2000}', 'Waals, J. van der. (2000). T.'],
  [
    '@book{a, author = {Smith, J., Jones, K., Doe, L.}, title = {T}, year = 2000}',
    'Smith, J., Jones, K., & Doe, L. (2000). T.'
  ],
  ['@book{a, author = {Lee, Bo}, title = {T}, date = {199X}}', 'Lee, B. (199X). T.'],
  ['@book{a, author = {Lee, Bo}, title = {T}, date = {1997/}}', 'Lee, B. (1997–). T.'],
  ['@misc{a, author = {Lee, Bo}, title = {T}, year = 2000, month = mar # "~15"}', 'Lee, B. (2000, March 15). T.'],
  ['@xdata{x, publisher = {P}}\n@book{a, author = {Lee, Bo}, title = {T}, xdata = {x}}', 'Lee, B. (n.d.). T. P.'],
  [
    '@misc{a, author = {Lee, Bo}, title = {T}, year = 2017, eprint = {1706.03762}, archiveprefix = {arXiv}}',
    'Lee, B. (2017). T. https://arxiv.org/abs/1706.03762'
  ],
  [
    '@misc{a, author = {Lee, Bo}, title = {T}, year = 2017, eprint = {1706.03762}, eprinttype = {arxiv}}',
    'Lee, B. (2017). T. https://arxiv.org/abs/1706.03762'
  ],
  [
    '@thesis{a, author = {Lee, Bo}, title = {T}, year = 2000, type = {mathesis}, institution = {MIT}}',
    'Lee, B. (2000). T [Master’s thesis]. MIT.'
  ],
  [
    '@techreport{a, author = {Lee, Bo}, title = {T}, year = 2000, number = {TR-5}, institution = {MIT}}',
    'Lee, B. (2000). T (Technical Report TR-5). MIT.'
  ],
  [
    '@patent{a, author = {Lee, Bo}, title = {T}, year = 2000, type = {patentus}, number = {5}}',
    'Lee, B. (2000). T (U.S. patent No. 5).'
  ],
  ['@article{a, author = {Lee, Bo}, title = {T}, journal = {J}, pubstate = {inpress}}', 'Lee, B. (in press). T. J.'],
  ['@book{a, author = {Lee, Bo}, title = {T}, publisher = {P and Q}, year = 2000}', 'Lee, B. (2000). T. P; Q.'],
  [
    String.raw`@book{a, author = {Lee, Bo}, title = {On $\frac{1}{2}$, $H_2O$, $\mathcal{N}$, \(x\) and \log n}, year = 2000}`,
    String.raw`Lee, B. (2000). On \frac{1}{2}, H_2O, \mathcal{N}, x and log n.`
  ],
  [String.raw`@book{a, author = {Lee, Bo}, title = {The \verb|x_y| way}, year = 2000}`, 'Lee, B. (2000). The x_y way.'],
  ['@book{a, author = {Lee, Bo}, title = {One}, titleaddon = {C}, year = 2000}', 'Lee, B. (2000). One. C.'],
  [
    '@article{a, author = {Lee, Bo}, title = {T}, journal = {J}, year = 2000, pages = {12--15, 33--35}}',
    'Lee, B. (2000). T. J, 12–15, 33–35.'
  ],
  [
    String.raw`@book{a, author = {Lee, Bo}, title = {T}, year = 2000, doi = {10.1000/a\_b}}`,
    'Lee, B. (2000). T. https://doi.org/10.1000/a_b'
  ],
  [
    String.raw`@online{a, author = {Lee, Bo}, title = {T}, year = 2000, url = {https://a.b/c\_d\%20\&e}}`,
    'Lee, B. (2000). T. https://a.b/c_d%20&e'
  ],
  [
    "@book{a, author = {O'rinboyev, G'ulom}, title = {San'at}, langid = {uzbek}, year = 2000}",
    'Oʻrinboyev, G. (2000). Sanʼat.'
  ],
  ['@article(a, author = {Lee, Bo}, title = {T}, journal = {J}, year = 2000)', 'Lee, B. (2000). T. J.'],
  [
    '% me@example.org\n@comment{ @article{zzz,\n title = {Z}} }\n@book{a, author = {Lee, Bo}, title = {T}, year = 2000}',
    'Lee, B. (2000). T.'
  ],
  [
    '@book{, title = {E}}\n@book{a, author = {Lee, Bo}, title = {T}, year = 2000}\n@book{c, title = {C',
    'Lee, B. (2000). T.'
  ]
]

describe('an entry of BibTeX as a reader sees it', () => {
  test.each(rows)('%s', async (bib, entry) => {
    expect((await printedIn('apa', '[@a]', '', {'refs.bib': bib})).entries).toEqual([entry])
  })
})

/** Letters and digits alone: marks, spaces and case are the style's to set. */
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const word = fc.constantFrom('Tides', 'über', 'моря', 'oʻzbek', 'x2', '𝔸', 'L’eau', 'NASA', 'of')
const between = fc.constantFrom(
  ' ',
  '  ',
  ', ',
  ': ',
  '{-}',
  ' -- ',
  '~',
  ' {\\&} ',
  '\n',
  ' \\emph{} ',
  ' (',
  '] ',
  '; '
)
const held = fc.constantFrom(['', ''], ['{', '}'], ['\\emph{', '}'], ['``', "''"], ['\\textsc{', '}'], ['{\\bf ', '}'])
const title = fc.array(fc.tuple(word, held, between), {minLength: 1, maxLength: 6}).map((parts) => ({
  typed: parts
    .map(([text, [open, close], behind]) => `${open}${text}${close}${behind}`)
    .join('')
    .trim(),
  words: letters(parts.map(([text]) => text).join(''))
}))
const work = fc.record({type: fc.constantFrom('book', 'article', 'misc', 'online', 'thesis', 'gadget'), title})

test.each(['apa', 'ieee', 'chicago-notes-bibliography', 'gost-r-7-0-5-2008'])(
  'no word of a title is lost, and no work: %s',
  async (style) => {
    await fc.assert(
      fc.asyncProperty(fc.array(work, {minLength: 1, maxLength: 5}), async (works) => {
        const bib = works.map(({type, title: {typed}}, index) => `@${type}{k${index}, title = {${typed}}, year = 2000}`)
        const text = works.map((_, index) => `[see @k${index}, p. 3]`).join(' and ')
        const {entries} = await printedIn(style, text, '', {'refs.bib': bib.join('\n')})
        expect(entries).toHaveLength(works.length)
        const printed = entries.map(letters)
        for (const {words} of works.map((each) => each.title))
          expect(printed.some((entry) => entry.includes(words))).toBe(true)
      }),
      {numRuns: 40}
    )
  },
  60_000
)
