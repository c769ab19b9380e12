import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import type {Problem} from '../../src/model/problem.ts'
import {packages} from '../../src/package/index.ts'
import {blankPage} from '../support/blank-page.ts'
import {invalidity} from '../support/jats-dtd.ts'
import {worldOf} from '../support/manuscript.ts'

const picture = await readFile('test/fixtures/every-construct/figures/grid.png')
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9"/></svg>'
const pdf = await blankPage()
const published =
  'journal: {title: Journal of Tides, abbreviation: J. Tides, issn: 1234-5679}\nvolume: 3\nelocation: e12'
const markdown = (more = '') => `---
title: A title
author: {given: Ada, family: Lovelace, email: ada@example.org}
abstract: What it says.
keywords: [one, two]
${more}
---

# A section

![A grid.](figures/a%20%26%20b.png){alt="Squares."}

![A line, and ![](line.svg) in it.](line.svg){alt="A line."}

The grid again, ![](figures/a%20%26%20b.png), and one from elsewhere, ![](https://example.org/x.png), after @euler1748.
`
const files = {
  'figures/a & b.png': new Uint8Array(picture),
  'line.svg': drawing,
  'references.bib': '@book{euler1748, author={Euler, L}, title={Introductio}, publisher={B}, year=1748}'
}

interface Packed {
  readonly names: ReadonlyArray<string>
  readonly problems: ReadonlyArray<Problem>
  /** What stands in the archive. */
  readonly inside: Readonly<Record<string, Uint8Array>>
}

async function packed(name: string, more = published): Promise<Packed> {
  const {output, problems} = await build(worldOf(markdown(more), files, {print: async () => pdf}), {to: [name]})
  const [archive] = output.values()
  return {names: [...output.keys()], problems, inside: archive === undefined ? {} : unzipSync(archive)}
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

function pictures(xml: string): ReadonlyArray<string> {
  return [...xml.matchAll(/<(?:inline-)?graphic xlink:href="([^"]*)"/g)].map((match) => match[1] ?? '')
}

describe('packages', () => {
  it.each(packages.map(({name}) => name))(
    '%s is one archive, the same bytes each time, and nothing beside it',
    async (name) => {
      const made = async () => build(worldOf(markdown(published), files, {print: async () => pdf}), {to: [name]})
      const [one, two] = [await made(), await made()]
      expect([...one.output.keys()]).toHaveLength(1)
      expect(one.output).toEqual(two.output)
    }
  )

  it('go with formats that are asked for, which stay as they are', async () => {
    const world = worldOf(markdown(published), files, {print: async () => pdf})
    const {output} = await build(world, {to: ['meca', 'jats', 'submission']})
    expect([...output.keys()]).toEqual(['paper-meca.zip', 'paper-submission.zip', 'paper.xml'])
    expect(text(output.get('paper.xml'))).toContain('xlink:href="figures/a%20%26%20b.png"')
  })
})

describe('arxiv', () => {
  it('holds the text, its list of references and its pictures, and nothing else', async () => {
    const {names, inside} = await packed('arxiv')
    expect(names).toEqual(['paper-arxiv.zip'])
    const tex = text(inside['paper.tex'])
    const shown = [...tex.matchAll(/\\includegraphics(?:\[[^\]]*\])?\{([^}]*)\}/g)].map((match) => match[1] ?? '')
    expect(shown.length).toBeGreaterThan(1)
    expect(Object.keys(inside).sort()).toEqual([...new Set(['paper.bbl', 'paper.tex', ...shown])].sort())
    expect(tex).not.toMatch(/\\today|\\include\{|write18/)
  })
})

describe('meca', () => {
  it('lists each of its files and no other, the JATS with the pictures that lie beside it', async () => {
    const {names, inside} = await packed('meca')
    expect(names).toEqual(['paper-meca.zip'])
    const manifest = text(inside['manifest.xml'])
    const listed = [...manifest.matchAll(/xlink:href="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(listed.sort()).toEqual(
      Object.keys(inside)
        .filter((path) => path !== 'manifest.xml')
        .sort()
    )
    expect(listed).toEqual(expect.arrayContaining(['paper.docx', 'paper.pdf', 'paper.xml']))
    const shown = pictures(text(inside['paper.xml']))
    expect(shown).toContain('https://example.org/x.png')
    expect(shown.filter((href) => !href.startsWith('https:')).every((href) => href in inside)).toBe(true)
    expect(inside['paper-g001.png']).toEqual(new Uint8Array(picture))
    expect(text(inside['paper-g002.svg'] ?? inside['paper-i001.svg'])).toContain('<svg')
    expect((await invalidity([text(inside['paper.xml'])])) ?? []).toEqual([])
  })

  it.skipIf(process.env['MECA'] === undefined)('has a manifest that is valid by its DTD', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'meca-'))
    try {
      const path = join(folder, 'manifest.xml')
      await writeFile(path, (await packed('meca')).inside['manifest.xml'] ?? '')
      const options = ['--noout', '--nonet', '--dtdvalid', process.env['MECA'] ?? '', path]
      expect((await promisify(execFile)('xmllint', options)).stderr).not.toMatch(/does not|not declared/)
    } finally {
      await rm(folder, {recursive: true})
    }
  })
})

describe('pmc', () => {
  it('names all after journal, volume and article, and pictures as JATS does', async () => {
    const {names, inside} = await packed('pmc')
    expect(names).toEqual(['jtides-3-e12.zip'])
    const shown = pictures(text(inside['jtides-3-e12.xml'])).filter((href) => !href.startsWith('https:'))
    expect(Object.keys(inside).sort()).toEqual([...new Set(['jtides-3-e12.pdf', 'jtides-3-e12.xml', ...shown])].sort())
    for (const path of Object.keys(inside)) expect(path).toMatch(/^jtides-3-e12(?:-[gi]\d{3})?\.[a-z]+$/)
  })

  it('says what it lacks, and makes nothing', async () => {
    const {names, problems} = await packed('pmc', '')
    expect(names).toEqual([])
    const found = problems.filter(({id}) => id === 'pmc-named')
    expect(found.map(({severity, place}) => [severity, place?.start?.line])).toEqual([
      ['error', 1],
      ['error', 1]
    ])
  })
})

describe('submission', () => {
  it('holds copies that name nobody, a title page that does, and figures under names that tell nothing', async () => {
    const {names, inside} = await packed('submission')
    expect(names).toEqual(['paper-submission.zip'])
    expect(Object.keys(inside)).toEqual([
      'manuscript.docx',
      'title-page.docx',
      'manuscript.pdf',
      'figures/figure-1.png',
      'figures/figure-2.svg'
    ])
    const wordsOf = (path: string) =>
      Object.values(unzipSync(inside[path] ?? new Uint8Array()))
        .map(text)
        .join('\n')
    expect(wordsOf('title-page.docx')).toContain('Lovelace')
    expect(wordsOf('manuscript.docx')).not.toMatch(/Lovelace|ada@example/)
  })
})

describe('of a blind copy', () => {
  /** The picture with who made it noted in it (PNG, third edition, 11.3.3.2). */
  const noted = () => {
    const [words, head] = [new TextEncoder().encode('tEXtAuthor\0Lovelace'), new Uint8Array(picture)]
    const chunk = new Uint8Array(words.length + 8)
    new DataView(chunk.buffer).setUint32(0, words.length - 4)
    chunk.set(words, 4)
    return new Uint8Array([...head.subarray(0, 33), ...chunk, ...head.subarray(33)])
  }

  it('archives name nobody, in their pictures neither', async () => {
    const world = worldOf(markdown(published), {...files, 'figures/a & b.png': noted()}, {print: async () => pdf})
    const open = unzipSync((await build(world, {to: ['meca']})).output.get('paper-meca.zip') ?? new Uint8Array())
    const names = (inside: Readonly<Record<string, Uint8Array>>) =>
      Object.keys(inside).filter((path) => !path.endsWith('.docx') && text(inside[path]).includes('Lovelace'))
    expect(names(open)).toEqual(['paper.xml', 'paper.pdf', 'paper-g001.png'])
    const {output} = await build(world, {to: ['meca'], blind: true})
    const blind = unzipSync(output.get('manuscript-meca.zip') ?? new Uint8Array())
    expect(Object.keys(blind)).toContain('manuscript-g001.png')
    expect(names(blind)).toEqual([])
    const sealed = await build(world, {to: ['submission']})
    expect(names(unzipSync(sealed.output.get('paper-submission.zip') ?? new Uint8Array()))).toEqual([])
  })

  it('formats say what is wrong, and once where they make another copy too', async () => {
    const webp = new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 ')
    const text = '---\ntitle: T\nauthor: A B\n---\n\n# One\n\n![A picture.](a.webp)\n'
    const told = async (to: ReadonlyArray<string>) => {
      const {problems} = await build(worldOf(text, {'a.webp': webp}, {print: async () => pdf}), {to})
      return problems.filter(({reason}) => /Word/.test(reason)).length
    }
    expect([await told(['submission']), await told(['docx']), await told(['docx', 'submission'])]).toEqual([1, 1, 1])
  })
})
