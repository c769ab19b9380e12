import {describe, expect, test} from 'vitest'
import {item, read} from './reading.ts'

/** A field as typed, and the CSL variables that come of it. */
const rows: ReadonlyArray<readonly [string, string, Readonly<Record<string, unknown>>]> = [
  [
    'an accent that is a letter',
    String.raw`author = {{\AA}ngstr{\"o}m, A.}`,
    {author: [{family: 'Ångström', given: 'A.'}]}
  ],
  [
    'a command that does nothing',
    String.raw`author = {{\relax Ch}arles Lee}`,
    {author: [{family: 'Lee', given: 'Charles'}]}
  ],
  ['an organisation', 'author = {{World Health Organization}}', {author: [{literal: 'World Health Organization'}]}],
  [
    'an organisation with “and”',
    'author = {{World Health Organization} and {Barnes and Noble, Inc.}}',
    {author: [{literal: 'World Health Organization'}, {literal: 'Barnes and Noble, Inc.'}]}
  ],
  ['others', 'author = {Smith, J. and others}', {author: [{family: 'Smith', given: 'J.'}, {literal: 'others'}]}],
  [
    'an Arabic article',
    'author = {al-Khwarizmi, Muhammad}',
    {author: [{family: 'Khwarizmi', given: 'Muhammad', 'non-dropping-particle': 'al-'}]}
  ],
  [
    'an elided particle',
    "author = {d'Alembert, Jean}",
    {author: [{family: 'Alembert', given: 'Jean', 'non-dropping-particle': 'd’'}]}
  ],
  [
    'a particle',
    'author = {van der Waals, J.}',
    {author: [{family: 'Waals', given: 'J.', 'dropping-particle': 'van der'}]}
  ],
  [
    'a particle that stays',
    'author = {Johannes van der Waals}, options = {useprefix=true}',
    {author: [{family: 'Waals', given: 'Johannes', 'non-dropping-particle': 'van der'}]}
  ],
  ['a junior', 'author = {King, Jr., Martin}', {author: [{family: 'King', given: 'Martin', suffix: 'Jr.'}]}],
  [
    'an extended name',
    'author = {family=Duchamp, given=Philippe, prefix=de, useprefix=true}',
    {author: [{family: 'Duchamp', given: 'Philippe', 'non-dropping-particle': 'de'}]}
  ],
  ['a name in Cyrillic', 'author = {Колмогоров, А. Н.}', {author: [{family: 'Колмогоров', given: 'А. Н.'}]}],
  [
    'editors of all kinds',
    'editor = {A, B}, editora = {C, D}, editoratype = {compiler}, editorb = {E, F}, editorc = {G, H}, editorctype = {redactor}',
    {
      editor: [
        {family: 'A', given: 'B'},
        {family: 'E', given: 'F'}
      ],
      compiler: [{family: 'C', given: 'D'}],
      contributor: [{family: 'G', given: 'H'}]
    }
  ],
  ['circa', 'date = {1723~}', {issued: {'date-parts': [[1723]], circa: true}}],
  ['a year before 1', 'date = {-0876}', {issued: {'date-parts': [[-877]]}}],
  ['an open range', 'date = {1997/}', {issued: {'date-parts': [[1997], [0]]}}],
  [
    'a range',
    'date = {1997-03/1999-04-05}',
    {
      issued: {
        'date-parts': [
          [1997, 3],
          [1999, 4]
        ]
      }
    }
  ],
  [
    'an open range from a month',
    'date = {1997-03/..}',
    {
      issued: {
        'date-parts': [
          [1997, 3],
          [0, 0]
        ]
      }
    }
  ],
  ['a season', 'date = {2004-21}', {issued: {'date-parts': [[2004]], season: 1}}],
  ['a year not known', 'date = {199X}', {issued: {literal: '199X'}}],
  ['a day in the month', 'year = 2000, month = mar # "~15"', {issued: {'date-parts': [[2000, 3, 15]]}}],
  ['a month in Russian', 'year = 2000, month = {марта}', {issued: {'date-parts': [[2000, 3]]}}],
  ['a year in words', 'year = {in press}', {issued: {literal: 'in press'}}],
  [
    'arXiv in BibTeX',
    'eprint = {1706.03762}, archiveprefix = {arXiv}',
    {URL: 'https://arxiv.org/abs/1706.03762', type: 'article'}
  ],
  ['arXiv in BibLaTeX', 'eprint = {1706.03762}, eprinttype = {arxiv}', {URL: 'https://arxiv.org/abs/1706.03762'}],
  ['a state', 'pubstate = {inpress}', {status: 'in press'}],
  ['lists', 'publisher = {P and Q}, location = {L and M}', {publisher: 'P; Q', 'publisher-place': 'L; M'}],
  ['a fraction', String.raw`title = {$\frac{1}{2}$}`, {title: String.raw`<span class="nocase">$\frac{1}{2}$</span>`}],
  ['water', 'title = {On $H_2O$}', {title: 'On <span class="nocase">$H_2O$</span>'}],
  [
    'a script letter',
    String.raw`title = {$\mathcal{N}$}`,
    {title: String.raw`<span class="nocase">$\mathcal{N}$</span>`}
  ],
  ['round delimiters', String.raw`title = {\(x\) and \log n}`, {title: '<span class="nocase">$x$</span> and log n'}],
  ['an isotope', 'title = {Of $^{3}$He}', {title: 'Of <sup>3</sup>He'}],
  ['verbatim text', String.raw`title = {The \verb|x_y|}`, {title: 'The x_y'}],
  [
    'markup',
    String.raw`title = {\emph{A} {\bf b} \textsc{c}}`,
    {title: '<i>A</i> <b>b</b> <span style="font-variant:small-caps;">c</span>'}
  ],
  ['quotation marks', "title = {``A'' -- b --- c}", {title: '“A” – b — c'}],
  [
    'protected words in emphasis',
    String.raw`title = {On \emph{the {Alea} of it}}`,
    {title: 'On <i>the <span class="nocase">Alea</span> of it</i>'}
  ],
  ['words of BibLaTeX', String.raw`title = {T \bibstring{newseries}}`, {title: 'T New series'}],
  ['single quotation marks', String.raw`note = {\enquote{Under \enquote*{E}}}`, {note: '“Under ‘E’”'}],
  [
    'quantities',
    String.raw`title = {At \SI{400}{\nano\metre}, \qty[x=y]{9.81}{m.s^{-2}} and \num{1.5e-3}}`,
    {
      title:
        'At <span class="nocase">400\u00A0nm</span>, <span class="nocase">9.81\u00A0m s<sup>−2</sup></span>' +
        ' and <span class="nocase">1.5 × 10<sup>−3</sup></span>'
    }
  ],
  [
    'units',
    String.raw`note = {\si{\kilo\metre\per\second\squared}, \unit{\micro\ohm}, \ang{45}}`,
    {note: 'km/s<sup>2</sup>, μΩ, 45°'}
  ],
  ['a unit without end', String.raw`note = {\SI{5}{km}`, {note: '5\u00A0km'}],
  ['protected words', 'title = {The {NASA} way}', {title: 'The <span class="nocase">NASA</span> way'}],
  ['titles in parts', 'title = {One}, subtitle = {B}, titleaddon = {C}', {title: 'One: B. C', 'title-short': 'One'}],
  ['notes', 'note = {A}, addendum = {B}', {note: 'A. B'}],
  ['ranges of pages', 'pages = {12--15, 33--35}', {page: '12-15, 33-35'}],
  ['an address for a DOI', 'doi = {https://doi.org/10.1000/182}', {DOI: '10.1000/182'}],
  ['an escaped DOI', String.raw`doi = {10.1000/a\_b}`, {DOI: '10.1000/a_b'}],
  ['an escaped address', String.raw`url = {https://a.b/c\_d\%20\&e}`, {URL: 'https://a.b/c_d%20&e'}],
  ['an address published how', String.raw`howpublished = {\url{https://a.b/c}}`, {URL: 'https://a.b/c'}],
  ['annotations', 'author = {Lee, Bo}, author+an = {1=first}', {custom: {'author+an': '1=first'}}],
  [
    'an identifier in an annotation',
    'author = {Lee, Bo}, author+an:orcid = {1="0000-0002-1825-0097"}',
    {author: [{family: 'Lee', given: 'Bo', _orcid: '0000-0002-1825-0097'}]}
  ],
  ['British', 'langid = {british}', {language: 'en-GB'}],
  ['American', 'langid = {american}', {language: 'en-US'}],
  ['German', 'langid = {ngerman}', {language: 'de-DE'}],
  ['Russian', 'langid = {russian}', {language: 'ru-RU'}],
  ['a tag', 'langid = {pt-br}', {language: 'pt-BR'}],
  [
    'Uzbek letters',
    "langid = {uzbek}, title = {O'zbek tog'lari va san'at}, author = {G'ulom, O'tkir}",
    {language: 'uz', title: 'Oʻzbek togʻlari va sanʼat', author: [{family: 'Gʻulom', given: 'Oʻtkir'}]}
  ],
  ['markup that is none', 'title = {<script> & co}', {title: '<script> & co'}]
]

describe('a field of BibTeX', () => {
  test.each(rows)('%s', async (_, field, expected) => {
    expect(await item(`@misc{a, ${field}}`)).toMatchObject(expected)
  })
})

describe('a type of BibTeX', () => {
  test.each([
    ['@phdthesis{a, school = {MIT}}', {type: 'thesis', genre: 'PhD thesis', publisher: 'MIT'}],
    ['@thesis{a, type = {mathesis}, institution = {MIT}}', {type: 'thesis', genre: "Master's thesis"}],
    ['@techreport{a, number = {TR-5}}', {type: 'report', genre: 'technical report', number: 'TR-5'}],
    ['@patent{a, type = {patentus}, number = {5}}', {type: 'patent', genre: 'U.S. patent', number: '5'}],
    ['@article{a, journal = {J}, number = {3}}', {type: 'article-journal', 'container-title': 'J', issue: '3'}],
    ['@article{a, entrysubtype = {newspaper}, journaltitle = {J}}', {type: 'article-newspaper'}],
    ['@inproceedings{a, booktitle = {B}}', {type: 'paper-conference', 'container-title': 'B'}],
    ['@book{a, title = {T}, maintitle = {M}, volume = {2}}', {title: 'M', 'volume-title': 'T', volume: '2'}],
    ['@online{a, title = {T}}', {type: 'webpage'}],
    ['@dataset{a, title = {T}}', {type: 'dataset'}],
    ['@software{a, title = {T}}', {type: 'software'}],
    ['@ARTICLE(a, title = {Parentheses})', {title: 'Parentheses'}]
  ])('%s', async (bib, expected) => {
    expect(await item(bib)).toMatchObject(expected)
  })
})

test('titles become sentences where asked, in English', async () => {
  const {title} = await item('@book{a, title = {The Art of {Deep} Things: A NASA View}}', {sentenceCase: 'auto'})
  expect(title).toBe('The art of <span class="nocase">Deep</span> things: A NASA view')
  const german = await item('@book{a, title = {Die Grundlage}, langid = {ngerman}}', {sentenceCase: 'auto'})
  expect(german['title']).toBe('Die Grundlage')
  const formula = await item('@book{a, title = {On $L^2$ and $H_2$ in an AA Way}}', {sentenceCase: 'auto'})
  expect(formula['title']).toBe(
    'On <span class="nocase">$L^2$</span> and <span class="nocase">$H_2$</span> in an AA way'
  )
})

test('entries take what they lack from others', async () => {
  const {library, told} = await read({
    'refs.bib': `@xdata{x, publisher = {P}, location = {L}}
@proceedings{p, title = {Of the Conference}, year = 2000, editor = {Lee, Bo}}
@inproceedings{c, title = {Mine}, crossref = {p}}
@book{b, title = {T}, xdata = {x}}
@book{lost, title = {T}, crossref = {q}}
@book{round, title = {T}, crossref = {round}}`
  })
  expect([...library.keys()]).toEqual(['p', 'c', 'b', 'lost', 'round'])
  expect(library.get('c')?.csl).toMatchObject({
    title: 'Mine',
    'container-title': 'Of the Conference',
    editor: [{family: 'Lee', given: 'Bo'}],
    issued: {'date-parts': [[2000]]}
  })
  expect(library.get('b')?.csl).toMatchObject({publisher: 'P', 'publisher-place': 'L'})
  expect(told).toEqual([
    '5:26 Cannot find entry `q`, which `lost` refers to',
    '6:27 Unexpected circle: entry `round` refers to itself by way of `round`'
  ])
})

test('what cannot be is told, and the rest is read', async () => {
  const {library, told} = await read({
    'refs.bib': `@article{a, author = {Smith, J., Jones, K., Doe, L.},
  date = {2001-02-30},
  title = missing,
  number = 1e5}
@artcle{b, title = {B}}
@book{c, title = {C}, date = {199X}}`
  })
  expect(told).toEqual([
    '3:11 Cannot find the `@string` named `missing` in entry `a`',
    '4:12 Cannot find the `@string` named `1e5` in entry `a`',
    '1:13 Unexpected commas in the name `Smith, J., Jones, K., Doe, L.`, expected “and” between people',
    '2:3 Unexpected day 30 of month 2 in the date of entry `a`',
    '5:1 Unexpected type of entry `@artcle`',
    '6:23 Unexpected `199X` as `date` of entry `c`, expected a date such as `1999-12-31`'
  ])
  expect(library.get('a')?.csl).toMatchObject({
    author: [
      {family: 'Smith', given: 'J.'},
      {family: 'Jones', given: 'K.'},
      {family: 'Doe', given: 'L.'}
    ],
    issued: {'date-parts': [[2001, 2]]},
    title: 'missing'
  })
})
