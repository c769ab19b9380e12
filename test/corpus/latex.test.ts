import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {compile, has, missing} from '../support/latex.ts'
import {type Files, worldOf} from '../support/manuscript.ts'

const corpus = '../shared/corpus/joss'
const isThere = existsSync(corpus)
if (!isThere) console.warn(`Skipped: no manuscripts to compile in ${corpus}`)
const compiles = isThere && (await has('latexmk'))

const folders = isThere
  ? readdirSync(corpus)
      .filter((name) => existsSync(join(corpus, name, 'paper.md')))
      .slice(0, 10)
  : []

describe.skipIf(!compiles)('manuscripts of others', () => {
  it.each(folders)('%s compiles, and prints its words', {timeout: 200_000}, async (name) => {
    const {'paper.md': text = '', ...files} = filesOf(join(corpus, name))
    const world = worldOf(new TextDecoder().decode(text as Uint8Array), files, {print: blank})
    const {output, article} = await build(world, {to: ['latex']})
    const {faults, text: printed} = await compile(output)
    expect(faults).toEqual([])
    expect(article && missing(article, printed)).toEqual([])
  })
})

async function blank(): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  document.addPage()
  return document.save()
}

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const named = paths.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(named.map((path) => [path, readFileSync(join(folder, path))]))
}
