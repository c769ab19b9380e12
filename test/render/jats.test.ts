import {execFile} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {type Files, worldOf} from '../support/manuscript.ts'

const dtd = '../shared/corpus/jats/dtd/1.3/JATS-journalpublishing1-3-mathml3.dtd'
const text = (path: string) => readFileSync(path, 'utf8')

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const named = paths.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(named.map((path) => [path, readFileSync(join(folder, path))]))
}

async function jatsOf(markdown: string, files: Files = {}): Promise<string> {
  const {output} = await build(worldOf(markdown, files), {to: ['jats']})
  return new TextDecoder().decode(output.get('paper.xml'))
}

/** `''` if xmllint finds the document valid, else what it says; `undefined` where it or the DTD is absent. */
async function invalidity(xml: string): Promise<string | undefined> {
  if (!existsSync(dtd)) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'jats-'))
  const path = join(folder, 'paper.xml')
  await writeFile(path, xml)
  try {
    return await promisify(execFile)('xmllint', ['--nonet', '--noout', '--dtdvalid', dtd, path]).then(
      () => '',
      (error: {code: unknown; stderr: string}) => (error.code === 'ENOENT' ? undefined : error.stderr)
    )
  } finally {
    await rm(folder, {recursive: true})
  }
}

const samples: ReadonlyArray<readonly [string, string, Files]> = [
  ['the paper', text('manuscript/paper.md'), filesOf('manuscript')],
  ['every construct', text('test/fixtures/every-construct/paper.md'), filesOf('test/fixtures/every-construct')],
  ['tables', text('test/fixtures/tables/paper.md'), filesOf('test/fixtures/tables')],
  ['an empty shell', '# Only a heading\n\nText.', {}],
  [
    'hostile text',
    '---\ntitle: "<b> & ]]> \\u0001"\nkeywords: ["a < b", "]]>"]\n---\n\n# <i> &amp; "\n\n\u0001 & < ]]> `]]>` $a<b$\n',
    {}
  ]
]

describe.each(samples)('JATS of %s', (_, markdown, files) => {
  it('is valid against the DTD of Journal Publishing 1.3', async (context) => {
    const complaint = await invalidity(await jatsOf(markdown, files))
    if (complaint === undefined) return context.skip('needs xmllint and the JATS DTD')
    expect(complaint.split('\n').filter((line) => line.includes('error'))).toEqual([])
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
})
