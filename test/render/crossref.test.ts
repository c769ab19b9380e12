import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import type {World} from '../../src/model/world.ts'
import {memoryFolder} from '../../src/world/memory.ts'
import type {Files} from '../support/manuscript.ts'
import {worldOf} from '../support/manuscript.ts'
import {depositFaults} from '../support/xmllint.ts'

/** What a deposit needs; 10.5555 is Crossref’s prefix for tests. */
const needed = {
  title: 'Of *samples* & H~2~O, $E=mc^2$',
  doi: '10.5555/sample.1',
  journal: {title: 'Journal of Samples', issn: '1234-5679', publisher: 'Example Press'},
  date: '2025-03-09',
  url: 'https://example.org/samples/1',
  deposit: {depositor: 'Example Press', email: 'deposits@example.org'}
}
const full = {
  ...needed,
  subtitle: 'Everything',
  lang: 'en-GB',
  author: [
    {
      given: 'Ada',
      family: 'Example',
      particle: 'van',
      suffix: 'Jr.',
      orcid: '0000-0002-1825-0097',
      affiliation: {
        name: 'Example University',
        department: 'Samples',
        city: 'Tashkent',
        country: 'Uzbekistan',
        ror: '04yzbzc51'
      }
    },
    {name: 'The Group', group: true},
    {given: 'Nodira', patronymic: 'Olimovna', family: 'Namunayeva'}
  ],
  abstract: 'One *two* $E=mc^2$.\n\n- a\n- b\n\n$$x$$',
  translations: {ru: {title: 'Образец', abstract: 'Образец.'}},
  accepted: '2025-02',
  volume: 3,
  issue: 2,
  pages: '12-20',
  license: 'CC-BY-4.0',
  funding: {funder: 'Example Fund', 'funder-id': '10.13039/100000001', awards: ['A-1']},
  related: [
    {relation: 'preprint', doi: '10.5555/preprint'},
    {relation: 'companion', url: 'https://example.org/2'}
  ],
  nocite: '@*'
}
const bibliography = {
  'references.bib':
    '@article{a, title={On A & B}, author={One, Ann}, journal={J}, year=2001, volume=3, pages={4--5}, doi={10.5555/a}}\n' +
    '@book{b, title={B}, author={{A Group}}, publisher={P}, year=1999}'
}

interface Made {
  readonly xml: string
  readonly problems: ReadonlyArray<string>
}

async function deposit(front: object | string, files: Files = bibliography, rest: Partial<World> = {}): Promise<Made> {
  const markdown = typeof front === 'string' ? front : `---\n${JSON.stringify(front)}\n---\n\nText.\n`
  const {output, problems} = await build(worldOf(markdown, files, rest), {to: ['crossref']})
  const own = problems.filter(({id}) => id === 'crossref-complete')
  return {
    xml: new TextDecoder().decode(output.get('paper.crossref.xml')),
    problems: own.map(({reason, place}) => `${place?.start?.line}:${place?.start?.column} ${reason}`)
  }
}

const fixture = 'test/fixtures/every-construct'
const fixtureFiles = Object.fromEntries(
  readdirSync(fixture, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => [path.slice(fixture.length + 1), readFileSync(path)])
)

describe('a Crossref deposit', () => {
  it('is valid by schema 5.3.1, with the least, with everything, of every construct', async (context) => {
    const {'paper.md': text = '', ...rest} = fixtureFiles
    const made = [
      await deposit(needed, {}),
      await deposit(full),
      await deposit(String(text), {...rest, 'offprint.yaml': JSON.stringify(needed)})
    ]
    expect(made.flatMap(({problems}) => problems)).toEqual([])
    const [{xml} = {xml: ''}] = made
    const broken = xml.replace(/<doi>.*?<\/doi>/, '')
    const faults = await depositFaults([...made.map((each) => each.xml), broken])
    if (faults === undefined) {
      console.warn('Deposits are not validated: that needs xmllint and the schemas of Crossref')
      return context.skip()
    }
    // The last one is here to see that faults are found.
    expect(faults.map((fault) => /deposit-(\d)\.xml/.exec(fault)?.[1])).toEqual(['4'])
  })

  it('holds what the front matter says', async () => {
    const {xml} = await deposit(full)
    for (const part of [
      '<title>Of <i>samples</i> &#x26; H<sub>2</sub>O, <mml:math>',
      '<given_name>Nodira Olimovna</given_name><surname>Namunayeva</surname>',
      '<surname>van Example</surname><suffix>Jr.</suffix>',
      '<institution_id type="ror">https://ror.org/04yzbzc51</institution_id>',
      '<ORCID>https://orcid.org/0000-0002-1825-0097</ORCID>',
      '<jats:abstract xml:lang="ru"><jats:p>Образец.</jats:p></jats:abstract>',
      '<publication_date media_type="online"><month>03</month><day>09</day><year>2025</year></publication_date>',
      '<first_page>12</first_page><last_page>20</last_page>',
      'start_date="2025-03-09">https://creativecommons.org/licenses/by/4.0/</ai:license_ref>',
      '<rel:intra_work_relation relationship-type="hasPreprint" identifier-type="doi">10.5555/preprint<',
      '<doi>10.5555/sample.1</doi><resource>https://example.org/samples/1</resource>',
      '<author>One</author><volume>3</volume><first_page>4</first_page><cYear>2001</cYear><doi>10.5555/a</doi>'
    ]) {
      expect(xml).toContain(part)
    }
    expect(xml).toMatch(/<unstructured_citation>[^<]*On A &#x26; B/)
  })

  it('names each field that is missing', async () => {
    const {problems} = await deposit('---\ntitle: T\n---\n\nText.')
    expect(problems).toEqual(
      ['doi', 'journal', 'issn', 'date', 'url', 'deposit.depositor', 'deposit.email', 'deposit.registrant'].map(
        (field) => `1:1 Cannot find \`${field}\`, expected it for a Crossref deposit`
      )
    )
  })

  it('says where a field is not as Crossref takes it', async () => {
    const odd =
      '---\ntitle: T\ndoi: 10.5555/a\njournal: J\nissn: 12\ndate: 2025\nurl: here\nauthor: R2 D2\ndeposit: {depositor: D, email: d, registrant: R}\n---\n\nText.'
    const {problems} = await deposit(odd)
    expect(problems.map((problem) => problem.split(', ')[0])).toEqual([
      '5:7 Unexpected `issn` `12`',
      '7:6 Unexpected `url` `here`',
      '9:10 Unexpected `deposit.email` `d`',
      '8:9 Unexpected `family` `D2`',
      '8:9 Unexpected `given` `R2`'
    ])
  })

  it('takes who deposits from the template', async () => {
    const {deposit: _, ...rest} = needed
    const settings = '{depositor: D, depositorEmail: d@example.org, registrant: R}'
    const templates = memoryFolder('templates', {'mine/template.yaml': `name: Mine\nsettings: ${settings}\n`})
    const {problems, xml} = await deposit({...rest, template: 'mine'}, {}, {templates})
    expect(problems).toEqual([])
    expect(xml).toContain('<email_address>d@example.org</email_address></depositor><registrant>R</registrant>')
  })

  it('carries a stamp that grows with each deposit', async () => {
    const stamp = async (front: object) => (await deposit(front)).xml.match(/<timestamp>(\d+)</)?.[1] ?? ''
    const first = await stamp(needed)
    expect(first).toBe('20250309000000001')
    expect(await stamp({...needed, deposit: {...needed.deposit, number: 2}})).toBe('20250309000000002')
    expect(await stamp({...needed, revised: '2025-04'})).toBe('20250401000000001')
  })

  it('keeps any text, well-formed', async () => {
    const hostile = fc
      .array(fc.constantFrom(...'ab Ў&<>]"\'{}%\\@\u202e\u0001\ud800\ufffe'), {minLength: 1, maxLength: 25})
      .map((letters) => letters.join(''))
    const property = fc.asyncProperty(hostile, hostile, async (publisher, name) => {
      const {xml} = await deposit({
        ...needed,
        journal: {title: `J${publisher}`, issn: '1234-5679'},
        author: {family: `X${name}`, given: 'A'}
      })
      const expected = `J${publisher}`
        .toWellFormed()
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .replace(/\ufffe/g, '\ufffd')
        .trim()
      expect(unescaped(/<full_title>([^<]*)</.exec(xml)?.[1] ?? '')).toBe(expected)
      expect(xml).not.toMatch(/]]>|&(?![#\w]+;)/)
    })
    await fc.assert(property, {numRuns: 40, seed: 1})
  })
})

function unescaped(xml: string): string {
  return xml
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&gt;', '>')
}
