import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {inflateSync} from 'node:zlib'
import * as library from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {blankPage} from '../../support/blank-page.ts'
import type {Files} from '../../support/manuscript.ts'
import {problemsOf, worldOf} from '../../support/manuscript.ts'

const {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString} = library
const blank = await blankPage()

const bib = '@book{noor, author = {Marsh, Ida}, title = {On tides}, year = {1990}, publisher = {Press}}\n'
const files: Files = {'references.bib': bib, 'offprint.yaml': 'date: 2025-03-09\n'}
const manuscript = (front: string) => `---
title: Tides
author: Ada Noor
lang: en
${front}
---

Text.[@noor]
`

async function made(front: string, options: {attach?: ReadonlyArray<'jats'>; blind?: boolean; to?: string} = {}) {
  const world = worldOf(manuscript(front), files, {print: async () => blank})
  const {to = 'pdf', ...rest} = options
  const {output, problems} = await build(world, {to: to.split(','), ...rest})
  return {output, problems, bytes: output.get('paper.pdf') ?? output.get('manuscript.pdf') ?? new Uint8Array()}
}

interface Attached {
  readonly name: string
  readonly plainName: string
  readonly relationship: string
  readonly type: string
  readonly about: string
  readonly date: string | undefined
  readonly text: string
}

/** What a document lists by name, in its order. */
async function attached(bytes: Uint8Array): Promise<ReadonlyArray<Attached>> {
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
  const tree = pdf.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
  const names = tree?.lookup(PDFName.of('Names'), PDFArray)
  const associated = pdf.catalog.lookupMaybe(PDFName.of('AF'), PDFArray)?.asArray() ?? []
  expect(associated.length).toBe((names?.size() ?? 0) / 2)
  return Array.from({length: associated.length}, (_, index) => {
    expect(associated).toContain(names?.get(2 * index + 1))
    const file = names?.lookup(2 * index + 1, PDFDict)
    const stream = file?.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'))
    if (file === undefined || !(stream instanceof PDFRawStream)) throw new Error('no file')
    const parameters = stream.dict.lookup(PDFName.of('Params'), PDFDict)
    const text = inflateSync(stream.contents)
    expect(parameters.lookup(PDFName.of('Size'), library.PDFNumber).asNumber()).toBe(text.length)
    expect(file.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('UF'))).toBe(stream)
    return {
      name: file.lookup(PDFName.of('UF'), PDFHexString).decodeText(),
      plainName: file.lookup(PDFName.of('F'), PDFString).decodeText(),
      relationship: file.lookup(PDFName.of('AFRelationship'), PDFName).decodeText(),
      type: stream.dict.lookup(PDFName.of('Subtype'), PDFName).decodeText(),
      about: file.lookup(PDFName.of('Desc'), PDFHexString).decodeText(),
      date: parameters.lookupMaybe(PDFName.of('ModDate'), PDFString)?.decodeText(),
      text: text.toString()
    }
  })
}

describe('attachments of the PDF', () => {
  it('are none where none are asked for', async () => {
    expect(await attached((await made('')).bytes)).toEqual([])
  })

  it('are the text, the works and the JATS, byte for byte, dated by the manuscript', async () => {
    const front = 'attach: [jats, source, references]'
    const {bytes, output} = await made(front, {to: 'pdf,jats'})
    const day = 'D:20250309'
    const found = await attached(bytes)
    expect(found.map(({text, about, ...rest}) => rest)).toEqual([
      {name: 'offprint.yaml', plainName: 'offprint.yaml', relationship: 'Source', type: 'application/yaml', date: day},
      {name: 'paper.md', plainName: 'paper.md', relationship: 'Source', type: 'text/markdown', date: day},
      {name: 'paper.xml', plainName: 'paper.xml', relationship: 'Alternative', type: 'application/xml', date: day},
      {
        name: 'references.bib',
        plainName: 'references.bib',
        relationship: 'Data',
        type: 'application/x-bibtex',
        date: day
      }
    ])
    expect(found.every(({about}) => about.length > 10)).toBe(true)
    expect(found.map(({text}) => text)).toEqual([
      files['offprint.yaml'],
      manuscript(front),
      new TextDecoder().decode(output.get('paper.xml')),
      bib
    ])
    expect((await made(front, {to: 'pdf,jats'})).bytes).toEqual(bytes)
  })

  it('are what the command asks for, whatever the manuscript says', async () => {
    const found = await attached((await made('attach: source', {attach: ['jats']})).bytes)
    expect(found.map(({name}) => name)).toEqual(['paper.xml'])
  })

  it('do not give away who wrote a blind copy', async () => {
    const {bytes, problems} = await made('attach: [source, references, jats]', {blind: true})
    const found = await attached(bytes)
    expect(found.map(({name}) => name)).toEqual(['manuscript.xml'])
    expect(found[0]?.text).not.toContain('Ada')
    expect(problems.map(({id}) => id)).toContain('attachment-blind')
  })

  it('are asked for by known names', async () => {
    expect(await problemsOf(manuscript('attach: [sources, none]'), files)).toContain(
      '5:10 front-matter-type: Unexpected `sources` in `attach`, expected `source`, `references` or `jats`'
    )
  })

  it('are there for qpdf', async ({skip}) => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
    try {
      const path = join(folder, 'paper.pdf')
      writeFileSync(path, (await made('attach: source')).bytes)
      const show = (name: string) => execFileSync('qpdf', [`--show-attachment=${name}`, path]).toString()
      expect(show('paper.md')).toBe(manuscript('attach: source'))
      expect(readFileSync(path).length).toBeGreaterThan(0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      console.warn('qpdf is not installed: attachments are not read by it')
      skip()
    } finally {
      rmSync(folder, {recursive: true})
    }
  })
})
