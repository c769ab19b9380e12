import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {build} from '../../src/build.ts'
import type {CslItem} from '../../src/model/article.ts'
import {readBack} from '../support/citation-js.ts'
import {worldOf} from '../support/manuscript.ts'

const front = {
  title: 'Of x\\_1 & 100 % ]]> “quoted” -- {braced} $5 # \\~ \\^ Каждая',
  author: [
    {given: 'Ada Ő', family: 'Example', particle: 'van', suffix: 'Jr.', orcid: '0000-0002-1825-0097'},
    {name: 'The Society of and for Samples', group: true},
    {given: 'Nodira', patronymic: 'Olimovna', family: 'Namunayeva'},
    {given: 'José', family: 'de la Muestra'}
  ],
  doi: '10.5555/abc_d.1',
  journal: {title: 'J {of} X & co', abbreviation: 'J. X', issn: '1234-5679', publisher: 'P & Q'},
  date: '2025-03-09',
  volume: 3,
  issue: 2,
  pages: '12-20',
  url: 'https://example.org/a_b%20c',
  license: 'CC-BY-4.0',
  keywords: ['a & b', 'c_d', 'тест'],
  abstract: 'One *two* & % {x} $E=mc^2$.\n\nTwo.',
  lang: 'en-GB'
}

interface Made {
  readonly problems: ReadonlyArray<string>
  readonly text: (path: string) => string
}

async function made(fields: object): Promise<Made> {
  const {output, problems} = await build(worldOf(`---\n${JSON.stringify(fields)}\n---\n\nText.\n`), {
    to: ['datacite', 'csl-json', 'bibtex', 'ris', 'cff']
  })
  return {
    problems: problems.map(({id, reason}) => `${id}: ${reason}`),
    text: (path) => new TextDecoder().decode(output.get(path))
  }
}

/** Names as they are read in one: RIS knows neither particles nor organisations. */
function joined(item: CslItem): ReadonlyArray<string> {
  const names = (item['author'] ?? []) as ReadonlyArray<Readonly<Record<string, string>>>
  return names.map((name) =>
    ['non-dropping-particle', 'family', 'literal', 'given', 'suffix'].flatMap((part) => name[part] ?? []).join(' ')
  )
}

/** Without names, and with keywords as citation-js joins them. */
function bare({author, custom, 'container-title-short': _, keyword, ...rest}: CslItem) {
  return {...rest, keyword: typeof keyword === 'string' ? keyword.replaceAll(', ', ',') : keyword}
}

describe('the article’s own record', () => {
  it('is read back from BibTeX, RIS and CSL-JSON as the same item', async () => {
    const {text} = await made(front)
    const [item] = JSON.parse(text('paper.csl.json')) as [CslItem]
    expect(item).toMatchObject({title: 'Of x_1 & 100 % ]]> “quoted” – {braced} $5 # ~ ^ Каждая', DOI: front.doi})
    expect(item['abstract']).toBe('One two & % {x} E=mc^2. Two.')
    expect(readBack(text('paper.csl.json'))).toEqual([item])
    const [fromBibtex] = readBack(text('paper.bib'))
    const [fromRis] = readBack(text('paper.ris'))
    const noPublisher = {...bare(item), publisher: undefined}
    expect(fromBibtex && bare(fromBibtex)).toEqual(bare(item))
    expect(fromRis && bare(fromRis)).toEqual(noPublisher)
    expect(fromBibtex && joined(fromBibtex)).toEqual(joined(item))
    expect(fromRis && joined(fromRis)).toEqual(joined(item))
  })

  it('keeps any text', async () => {
    const hostile = fc
      .array(fc.constantFrom(...'ab Ў&%$#_{}~^<>|"\\\'`-@]/,;:=\u202e\u0001\ud800'), {minLength: 1, maxLength: 25})
      .map((letters) => letters.join(''))
    const property = fc.asyncProperty(hostile, hostile, async (name, keyword) => {
      const {text} = await made({title: 'T', author: [{given: name, family: `X${name}`}], keywords: [`k${keyword}`]})
      const [item] = JSON.parse(text('paper.csl.json')) as [CslItem]
      const [fromBibtex] = readBack(text('paper.bib'))
      // citation-js drops spaces and hyphens beside each other in names.
      const letters = (names: ReadonlyArray<string>) => names.join('').replace(/[ -]/g, '')
      expect(fromBibtex && letters(joined(fromBibtex))).toBe(letters(joined(item)))
      expect(readBack(text('paper.ris'))).toHaveLength(1)
      expect(
        text('paper.ris')
          .split('\r\n')
          .every((line) => /^[A-Z][A-Z0-9] {2}- |^$/.test(line))
      ).toBe(true)
      const cff = parse(text('CITATION.cff')) as {keywords: ReadonlyArray<string>}
      const {subjects} = JSON.parse(text('paper.datacite.json')) as {subjects: ReadonlyArray<{subject: string}>}
      expect(subjects.map(({subject}) => subject)).toEqual(cff.keywords)
      expect(item['keyword']).toBe(cff.keywords.join(', '))
    })
    await fc.assert(property, {numRuns: 60, seed: 1})
  })
})

describe('BibTeX', () => {
  it('keeps names apart that hold commas, “and” or small letters', async () => {
    const {text} = await made(front)
    expect(text('paper.bib')).toContain(
      'author = {van Example, Jr., Ada Ő and {The Society of and for Samples} and Namunayeva, Nodira Olimovna and {de la Muestra}, José}'
    )
    expect(text('paper.bib')).toContain('author+an:orcid = {1="0000-0002-1825-0097"}')
  })
})

describe('DataCite', () => {
  it('names the fields that a record must have', async () => {
    const {problems} = await made({title: 'T', author: 'A. One'})
    const own = problems.filter((problem) => problem.startsWith('datacite-complete'))
    expect(own.map((problem) => /`(\w+)`/.exec(problem)?.[1])).toEqual(['doi', 'publisher', 'date'])
    expect((await made(front)).problems.filter((problem) => problem.startsWith('datacite'))).toEqual([])
  })
})

describe('CITATION.cff', () => {
  it('cites the article', async () => {
    const {text} = await made(front)
    expect(parse(text('CITATION.cff'))).toMatchObject({
      'cff-version': '1.2.0',
      license: 'CC-BY-4.0',
      authors: [{'family-names': 'Example', 'given-names': 'Ada Ő', 'name-particle': 'van'}, {}, {}, {}],
      'preferred-citation': {type: 'article', doi: '10.5555/abc_d.1', journal: 'J {of} X & co', volume: 3, year: 2025}
    })
  })
})
