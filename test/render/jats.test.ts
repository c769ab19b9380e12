import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {x} from 'xastscript'
import {build} from '../../src/build.ts'
import type {Problem} from '../../src/model/problem.ts'
import {checkStructure, setPlace} from '../../src/render/jats/check.ts'
import {countryCode} from '../../src/util/country-code.ts'
import {memoryFolder} from '../../src/world/memory.ts'
import {dtd, invalidity} from '../support/jats-dtd.ts'
import {type Files, worldOf} from '../support/manuscript.ts'

const text = (path: string) => readFileSync(path, 'utf8')

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const named = paths.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(named.map((path) => [path, readFileSync(join(folder, path))]))
}

async function jatsOf(markdown: string, files: Files = {}, version?: string): Promise<string> {
  const template = `name: J\nextends: article\nsettings: {jats-version: '${version}'}`
  const own = memoryFolder('templates', {...filesOf('templates'), 'j/template.yaml': template})
  const world = version === undefined ? {} : {templates: own}
  const {output} = await build(worldOf(markdown, files, world), {to: ['jats'], template: version && 'j'})
  return new TextDecoder().decode(output.get('paper.xml'))
}

if (!existsSync(dtd('1.3'))) console.warn('JATS is not validated: its DTD is not at hand')

const samples: ReadonlyArray<readonly [string, string, Files]> = [
  ['the paper', text('manuscript/paper.md'), filesOf('manuscript')],
  ['every construct', text('test/fixtures/every-construct/paper.md'), filesOf('test/fixtures/every-construct')],
  ['every field', text('test/fixtures/every-field/paper.md'), {}],
  ['tables', text('test/fixtures/tables/paper.md'), filesOf('test/fixtures/tables')],
  ['an empty shell', '# Only a heading\n\nText.', {}],
  [
    'hostile text',
    '---\ntitle: "<b> & ]]> \\u0001"\nkeywords: ["a < b", "]]>"]\n---\n\n# <i> &amp; "\n\n\u0001 & < ]]> `]]>` $a<b$\n',
    {}
  ]
]

describe.each(samples)('JATS of %s', (_, markdown, files) => {
  it.each(['1.3', '1.4'])('is valid against the DTD of Journal Publishing %s', async (version) => {
    const complaints = await invalidity([await jatsOf(markdown, files, version)], version)
    expect(complaints ?? []).toEqual([])
  })

  it('points at what is there, and holds nothing empty', async () => {
    const xml = await jatsOf(markdown, files)
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    const rids = [...xml.matchAll(/ rid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(rids.filter((rid) => !ids.includes(rid))).toEqual([])
    expect(
      xml.match(/<(title|p|label|surname|given-names|issn|publisher-name|kwd|sup)><\/\1>|<(title|p|label|kwd)\/>/g)
    ).toBeNull()
  })

  it('is the same twice', async () => {
    expect(await jatsOf(markdown, files)).toBe(await jatsOf(markdown, files))
  })
})

describe('JATS', () => {
  it('keeps a patronymic with the given names', async () => {
    const xml = await jatsOf(text('manuscript/paper.md'), filesOf('manuscript'))
    expect(xml).toContain('<surname>Radjabov</surname><given-names>Jaloliddin Jurakulovich</given-names>')
  })

  it('leaves an author’s phone out', async () => {
    expect(await jatsOf(text('manuscript/paper.md'), filesOf('manuscript'))).not.toContain('998930033011')
  })

  it('gives formulas as MathML and as TeX', async () => {
    const xml = await jatsOf('A formula: $a^2$.')
    expect(xml).toContain('<mml:msup><mml:mi>a</mml:mi><mml:mn>2</mml:mn></mml:msup>')
    expect(xml).toContain('<tex-math>a^2</tex-math>')
  })

  it('keeps the TeX of a formula that cannot be read', async () => {
    expect(await jatsOf('A formula: $\\frac{1$.')).toContain('<tex-math>\\frac{1</tex-math>')
  })

  it('says what sections are', async () => {
    const xml = await jatsOf(
      '# Introduction\n\nA.\n\n# Materials and methods\n\nB.\n\n# Natijalar va muhokama\n\nC.\n\n# Own\n\nD.\n'
    )
    expect([...xml.matchAll(/<sec id="[^"]*"(?: sec-type="([^"]*)")?>/g)].map(([, type]) => type)).toEqual([
      'intro',
      'materials|methods',
      'results|discussion',
      undefined
    ])
  })

  it('puts declarations where JATS4R wants them, out of the front matter and out of the text', async () => {
    const xml = await jatsOf(
      '---\ntitle: T\nethics: None.\n---\n\n# A\n\nSee [thanks](#thanks).\n\n# Acknowledgments {#thanks}\n\nTo all.\n\n' +
        '# Conflict of interest\n\nNone, too.\n\n# Data availability\n\nHere.\n\n# Proofs {.appendix}\n\nP.\n'
    )
    const [front = '', body = '', back = ''] = xml.split(/<body>|<\/body>/)
    expect(front).toMatch(
      /<author-notes><fn id="[^"]*" fn-type="coi-statement"><label>Conflict of interest<\/label><p>None, too\./
    )
    expect(body).toContain('<xref ref-type="sec" rid="thanks">thanks</xref>')
    expect(body).not.toContain('None')
    expect(back).toContain('<sec sec-type="ethics-statement"><title>Ethics</title><p>None.</p></sec>')
    expect(back).toContain('<ack id="thanks"><title>Acknowledgments</title><p>To all.</p></ack>')
    expect(back).toContain('sec-type="data-availability"')
    expect(back).toMatch(
      /<app-group><app id="[^"]*"><label>Appendix\u00A0A<\/label><title>Proofs<\/title><p>P\.<\/p><\/app>/
    )
  })

  it('says where a bare address leads, and keeps a picture whose link has no words', async () => {
    const xml = await jatsOf(
      'See <https://example.org/a/b>, [*https://example.org*](https://example.org/c) and [![A](a.png)](https://e.org).'
    )
    expect(xml.match(/xlink:title="example\.org"/g)).toHaveLength(2)
    expect(xml).not.toContain('//e.org"')
    expect(xml).toContain('<inline-graphic')
  })

  it('gives pages and years as JATS4R has them', async () => {
    const bib =
      '@article{a, title={T}, journal={J}, year={in press}, pages={123--8}}\n@article{b, title={U}, journal={J}, year=2001, pages={8--12}}\n@article{c, title={V}, journal={J}, year=2001, pages={5--5}}\n@article{d, title={W}, journal={J}, year=2001, pages={EPSC2018-53}}'
    const xml = await jatsOf('---\nbibliography: r.bib\n---\n\nSee [@a; @b; @c; @d].', {'r.bib': bib})
    expect(xml).toContain('<string-date>in press</string-date>')
    expect(xml).toMatch(/<page-range>123[-–]8<\/page-range>/)
    expect(xml).toContain('<fpage>8</fpage><lpage>12</lpage>')
    expect(xml).toContain('<fpage>5</fpage></element-citation>')
    expect(xml).toMatch(/<page-range>EPSC2018[-–]53<\/page-range>/)
  })

  it('parts an abstract whose paragraphs are named', async () => {
    const xml = await jatsOf(
      '---\ntitle: T\nabstract:\n  Aims: To know.\n  Methods: "By list:\\n\\n- one"\n---\n\nText.\n'
    )
    expect(xml).toContain(
      '<abstract><sec><title>Aims</title><p>To know.</p></sec><sec><title>Methods</title><p>By list:</p>' +
        '<p><list list-type="bullet"><list-item><p>one</p></list-item></list></p></sec></abstract>'
    )
  })

  it.each([
    ['UK', 'GB'],
    ['Uzbekistan', 'UZ'],
    ['Oʻzbekiston', 'UZ'],
    ['Россия', 'RU'],
    ['The Netherlands', 'NL'],
    ['Nowhere', undefined]
  ])('knows the country %s', (name, code) => {
    expect(countryCode(name, 'en-GB')).toBe(code)
  })
})

const leaf = fc.constantFrom(
  'Text with $a$.',
  '# Heading',
  '$$\nb\n$$ {#eq:b}',
  '```\ncode\n```',
  '![A figure.](a.png){#fig:a}',
  '| a |\n|---|\n| b |\n\n: T',
  'Term\n:   Meaning.\n\n    > Quoted.',
  '---',
  'A note.[^n]',
  '```{#lst:a caption="C"}\nx\n```',
  '::: {#fig:s}\n![One](a.png){#fig:s1}\n\n![Two](b.png){#fig:s2}\n\nBoth.\n:::',
  '- [ ] open',
  '::: {.theorem #thm:a}\nStated.\n\n- In a list.\n:::',
  'See @thm:a and @fig:a.',
  '[A link with $a$, a note[^n] and ![a picture](a.png)](https://example.org)',
  '[Another with $a$](#fig:a)',
  '::: {#fig:t}\n![One](a.png) and words\n\nBoth.\n:::',
  '::: {#tbl:d}\n| a |\n|---|\n| b |\n\nWords.\n\n- List\n\nCaption.\n:::',
  '::: {#tbl:e}\nNo table.\n\nCaption.\n:::',
  '<table><tr><td><ul><li>in a cell</li></ul></td></tr></table>'
)
const indented = (mark: string, text: string) => mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
const {block} = fc.letrec<{block: string; inner: string}>((tie) => ({
  inner: fc.array(tie('block'), {minLength: 1, maxLength: 2}).map((blocks) => blocks.join('\n\n')),
  block: fc.oneof(
    {maxDepth: 3},
    leaf,
    tie('inner').map((text) => indented('- ', text)),
    tie('inner').map((text) => indented('1. ', text)),
    tie('inner').map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
    tie('inner').map((text) => `:::: {.note}\n${text}\n::::`),
    tie('inner').map((text) => `::::: {.theorem}\n${text}\n:::::`),
    tie('inner').map((text) => `Term\n\n${indented(':   ', text)}`),
    tie('inner').map((text) => indented('[^n]:   ', text))
  )
}))

describe('whatever stands in what,', () => {
  it('JATS finds no fault with itself', () => {
    const problems: Array<Problem> = []
    const place = {file: 'paper.md', start: {line: 3, column: 1}}
    const paragraph = x('p', [x('xref', {rid: 'nowhere'}), x('bold'), x('italic', {id: 'a'}, 'A')])
    setPlace(paragraph, place)
    const meta = x('article-meta', [x('volume', '1'), x('article-id', '2')])
    checkStructure(x(null, [x('article', [meta, x('sec', {id: 'a'}, [paragraph])])]), (problem) =>
      problems.push(problem)
    )
    expect(problems.map((problem) => `${problem.place?.start?.line} ${problem.reason}`).sort()).toEqual([
      '3 Cannot find the id `nowhere` in JATS, expected what an `xref` points at',
      '3 Unexpected empty element `bold` in JATS, expected content',
      '3 Unexpected second id `a` in JATS',
      'undefined Unexpected `article-id` after `volume` in `article-meta`'
    ])
  })

  it('the JATS is valid', async (context) => {
    const manuscripts = fc.sample(fc.array(block, {minLength: 1, maxLength: 4}), {numRuns: 60, seed: 1})
    const documents = await Promise.all(
      manuscripts.map((blocks) => jatsOf(blocks.join('\n\n'), {'a.png': '', 'b.png': ''}))
    )
    const complaints = await invalidity(documents)
    if (complaints === undefined) return context.skip('needs xmllint and the JATS DTD')
    expect(complaints).toEqual([])
  })
})
