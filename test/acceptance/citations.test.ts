import {describe, expect, test} from 'vitest'
import {check, problemsOf} from '../support/manuscript.ts'
import {citationsOf, itemOf, printedIn, written} from './citing.ts'

describe('citation syntax', () => {
  test('a group holds items, each with its own words and locator', async () => {
    expect(await citationsOf('[see @doe99, pp. 33-35; also @smith04, chap. 1]')).toEqual([
      {
        mode: 'parenthetical',
        items: [
          {key: 'doe99', prefix: 'see', label: 'page', locator: '33-35'},
          {key: 'smith04', prefix: 'also', label: 'chapter', locator: '1'}
        ]
      }
    ])
  })

  test('a narrative citation takes its locator and further items from the bracket behind it', async () => {
    expect(await citationsOf('@doe99 [p. 3; see also @smith]')).toEqual([
      {
        mode: 'narrative',
        items: [
          {key: 'doe99', label: 'page', locator: '3'},
          {key: 'smith', prefix: 'see also'}
        ]
      }
    ])
  })

  test('a key in braces may be an address', async () => {
    expect(await citationsOf('[@{https://example.org/a_b?c=d}, p. 3]')).toEqual([
      {mode: 'parenthetical', items: [{key: 'https://example.org/a_b?c=d', label: 'page', locator: '3'}]}
    ])
  })

  test('an e-mail address, an escaped sign and code cite nothing; a hyphen before the sign leaves the author out', async () => {
    expect(await citationsOf('Write to a@b.org, \\@doe99, `@doe99`.')).toEqual([])
    expect(await citationsOf('x -@doe99 y')).toEqual([
      {mode: 'parenthetical', items: [{key: 'doe99', suppressAuthor: true}]}
    ])
  })

  test('a link may hold a citation, and attributes make a span of a bracket', async () => {
    expect(await written('[@doe99](http://x)')).toBe('link(citation(narrative doe99))')
    expect(await written('[@a, p. 3]{.cls}')).toBe('span.cls(citation(narrative a), text)')
  })
})

describe('printed citations', () => {
  test('APA tells works of one year apart and keeps the author’s words and order', async () => {
    const text = '[@smith2000b] [see @smith2000, pp. 3-5, and passim; -@jones] [@smith2000b, p. 9]'
    expect((await printedIn('apa', text)).citations).toEqual([
      '(Smith & Lee, 2000a)',
      '(see Smith & Lee, 2000b, pp. 3–5, and passim; 1999)',
      '(Smith & Lee, 2000a, p. 9)'
    ])
  })

  test('IEEE numbers works as they come and repeats their numbers', async () => {
    const {citations} = await printedIn('ieee', '[@smith2000] then [see @smith2000b; @jones; also @smith2000]')
    expect(citations).toEqual(['[1]', 'see [2], [3], also [1]'])
  })

  test('IEEE lists what is only listed behind what is cited', async () => {
    const {entries} = await printedIn('ieee', '[@jones]', 'nocite: "@smith2000"')
    expect(entries).toEqual([
      '[1] C. Jones, Zeta. P, 1999.',
      '[2] A. Smith and B. Lee, “On things,” Journal, vol. 1, pp. 2–3, 2000.'
    ])
  })

  test('Chicago’s notes are full at first and short later', async () => {
    const {notes} = await printedIn(
      'chicago-notes-bibliography',
      'One.[@smith2000b] Two.[@jones, ch. 2; see also @smith2000] Three.[@smith2000b] Four.[@smith2000b] Five.[@smith2000b, 9]'
    )
    expect(notes[0]).toBe('Ann Smith and Bo Lee, Beta (P, 2000).')
    expect(notes[1]).toMatch(/^C Jones, Zeta \(P, 1999\), chap\. 2; see also Ann Smith and Bo Lee, “On Things,”/)
    expect(notes.at(-1)).toMatch(/9\.$/)
  })

  test('an unknown key is told where it stands, with the nearest one, and disturbs no other', async () => {
    const text = '[@jones] and [@smiht2000] and [@smith2000]'
    const {citations, files} = await printedIn('ieee', text)
    expect(citations).toEqual(['[1]', '[?smiht2000]', '[2]'])
    const markdown = `---\ncsl: ieee\nbibliography: refs.bib\n---\n\n${text}`
    const {problems} = await check(markdown, {files})
    const problem = problems.find(({id}) => id === 'citation-resolves')
    expect(problem?.place?.start).toMatchObject({line: 6, column: 16})
    expect(problem?.expected?.[0]).toBe('smith2000')
  })
})

describe('entries of BibTeX', () => {
  test('an accent that is a command of letters', async () => {
    expect(await itemOf(String.raw`@book{a, author = {{\AA}ngstr{\"o}m, A.}}`)).toMatchObject({
      author: [{family: 'Ångström', given: 'A.'}]
    })
  })

  test('organisations in braces, with “and” and commas in them', async () => {
    const bib = '@book{a, author = {{{World Health Organization}} and {Barnes and Noble, Inc.}}}'
    expect(await itemOf(bib)).toMatchObject({
      author: [{literal: 'World Health Organization'}, {literal: 'Barnes and Noble, Inc.'}]
    })
  })

  test('“and others” is printed as “et al.”', async () => {
    const files = {'refs.bib': '@book{a, author = {Smith, J. and Jones, K. and others}, title = {T}, year = 2000}'}
    const {citations, entries} = await printedIn('apa', '[@a]', '', files)
    expect(entries).toEqual(['Smith, J., Jones, K., et al. (2000). T.'])
    expect(citations).toEqual(['(Smith et al., 2000)'])
  })

  test('a doctoral thesis is called one', async () => {
    const files = {'refs.bib': '@phdthesis{a, author = {Lee, Bo}, title = {T}, school = {MIT}, year = 2000}'}
    expect(await itemOf(files['refs.bib'])).toMatchObject({genre: 'PhD thesis'})
    expect((await printedIn('apa', '[@a]', '', files)).entries).toEqual(['Lee, B. (2000). T [PhD thesis]. MIT.'])
  })

  test('a number of arXiv is an address', async () => {
    const bib = '@misc{a, title = {T}, eprint = {1706.03762}, archiveprefix = {arXiv}}'
    expect(await itemOf(bib)).toMatchObject({URL: 'https://arxiv.org/abs/1706.03762'})
  })

  test('@xdata is merged into what names it, and is no reference', async () => {
    const {article} = await check('---\nbibliography: refs.bib\n---\n\n[@a]', {
      files: {'refs.bib': '@xdata{x, publisher = {P}, location = {L}}\n@book{a, title = {T}, xdata = {x}}'}
    })
    expect([...article.library.keys()]).toEqual(['a'])
    expect(article.library.get('a')?.csl).toMatchObject({publisher: 'P', 'publisher-place': 'L'})
  })

  test.each([
    ['1723~', {'date-parts': [[1723]], circa: true}, '(Lee, ca. 1723)'],
    ['2004-21', {'date-parts': [[2004]], season: 1}, '(Lee, 2004)'],
    ['1997/', {'date-parts': [[1997], [0]]}, '(Lee, 1997–)'],
    ['-0876', {'date-parts': [[-877]]}, '(Lee, 877 B.C.E.)']
  ])('the date %s', async (date, issued, printed) => {
    const files = {'refs.bib': `@book{a, author = {Lee, Bo}, title = {T}, date = {${date}}}`}
    expect(await itemOf(files['refs.bib'])).toMatchObject({issued})
    expect((await printedIn('apa', '[@a]', '', files)).citations).toEqual([printed])
  })

  test('a DOI typed as an address is printed as one address', async () => {
    const bib = '@book{a, author = {Lee, Bo}, title = {T}, year = 2000, doi = {https://doi.org/10.1000/182}}'
    expect(await itemOf(bib)).toMatchObject({DOI: '10.1000/182'})
    const {entries} = await printedIn('apa', '[@a]', '', {'refs.bib': bib})
    expect(entries).toEqual(['Lee, B. (2000). T. https://doi.org/10.1000/182'])
  })

  test('English titles take the style’s case, German ones stay', async () => {
    const bib = `@book{a, author = {Lee, Bo}, title = {the art of things}, langid = {american}}
@book{b, author = {Oh, Mi}, title = {die kunst der Dinge}, langid = {ngerman}}`
    const {entries, article} = await printedIn('modern-language-association', '[@a; @b]', '', {'refs.bib': bib})
    expect(entries).toEqual(['Lee, Bo. The Art of Things.', 'Oh, Mi. die kunst der Dinge.'])
    expect(article.library.get('a')?.csl['language']).toBe('en-US')
    expect(article.library.get('b')?.csl['language']).toBe('de-DE')
  })

  test('a missing comma costs its entry at most, and is told where it is missed', async () => {
    const bib = `@book{ok1, author = {Lee, Bo}, title = {A}, year = 2000}

@book{bad,
  author = {Oh, Mi}
  title = {B}
}
@book{ok2, author = {Lee, Bo}, title = {C}, year = 2001}`
    const markdown = '---\nbibliography: refs.bib\n---\n\n[@ok1; @ok2]'
    const {article} = await check(markdown, {files: {'refs.bib': bib}})
    expect([...article.library.keys()]).toEqual(expect.arrayContaining(['ok1', 'ok2']))
    const told = await problemsOf(markdown, {'refs.bib': bib})
    expect(told.filter((text) => text.includes('bibliography-reads'))).toEqual([
      expect.stringMatching(/^refs\.bib:5:3 bibliography-reads: .*`bad`/)
    ])
  })
})

test.each([
  ['refs.enw', '%0 Book\n%A Lee, Bo\n%T Beta\n%D 2000\n%F lee\n', 'lee'],
  ['refs.nbib', 'PMID- 7\nTI  - Beta.\nFAU - Lee, Bo\nDP  - 2000\nJT  - J\n', 'pmid7']
])('%s beside the text is found and read', async (path, text, key) => {
  const {article} = await check(`[@${key}]`, {files: {[path]: text}})
  expect(article.references.map(({csl}) => csl['title'])).toEqual(['Beta'])
})
