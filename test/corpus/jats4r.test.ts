import {execFile} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {copyFile, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import type {Files} from '../support/manuscript.ts'
import {worldOf} from '../support/manuscript.ts'

/** JATS4R’s own rules, and the path of npm’s `xslt3`, which runs them. */
const rules = resolve('../shared/corpus/jats/jats4r-schematron')
const xslt3 = process.env['XSLT3']
const canRun = existsSync(rules) && xslt3 !== undefined
if (!canRun) console.warn('JATS4R’s rules are not run: they, or `XSLT3=…/xslt3.js`, are not at hand')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jats4r-'))
  if (!canRun) return
  await transform(join(rules, 'jats4r.sch'), resolve('test/support/schematron/compile.xsl'), 'rules.xsl')
  for (const name of readdirSync(rules).filter((each) => each.endsWith('.xml'))) {
    await copyFile(join(rules, name), join(folder, name))
  }
})

afterAll(() => rm(folder, {recursive: true}))

async function transform(source: string, stylesheet: string, out: string): Promise<string> {
  const path = join(folder, out)
  await promisify(execFile)(process.execPath, [xslt3 ?? '', `-s:${source}`, `-xsl:${stylesheet}`, `-o:${path}`])
  return readFileSync(path, 'utf8')
}

/** What JATS4R calls errors in the JATS of a manuscript. */
async function errorsOf(markdown: string, files: Files = {}): Promise<ReadonlyArray<string>> {
  const {output} = await build(worldOf(markdown, files), {to: ['jats']})
  const xml = new TextDecoder().decode(output.get('paper.xml')).replace(/<!DOCTYPE[^>]*>/, '')
  await writeFile(join(folder, 'paper.xml'), xml)
  const found = await transform(join(folder, 'paper.xml'), join(folder, 'rules.xsl'), 'found.txt')
  return found.split('\n').filter((line) => line.startsWith('error'))
}

function filesOf(path: string): Files {
  const entries = readdirSync(path, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return Object.fromEntries(
    entries.map(({parentPath, name}) => [
      `${parentPath}/${name}`.slice(path.length + 1),
      readFileSync(`${parentPath}/${name}`)
    ])
  )
}

describe.skipIf(!canRun)('JATS4R', () => {
  it.each(['every-construct', 'every-field'])('finds no error in %s', async (name) => {
    const {'paper.md': text = '', ...files} = filesOf(`test/fixtures/${name}`)
    expect(await errorsOf(new TextDecoder().decode(text as Uint8Array), files)).toEqual([])
  })

  it('finds what is wrong', async () => {
    const errors = await errorsOf('---\ntitle: T\nlicense: CC-BY-4.0\n---\n\n![A figure.](a.png){#fig:a}', {
      'a.png': ''
    })
    expect(errors).toEqual([expect.stringContaining('All <graphic> must have <alt-text>')])
  })
})
