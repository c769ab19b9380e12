import {readdirSync, readFileSync} from 'node:fs'
import {PDFDocument} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {build} from '../src/build.ts'
import {WorldError} from '../src/model/world.ts'
import {formats} from '../src/render/index.ts'
import {packageFiles} from '../src/world/installation.ts'
import type {Files} from './support/manuscript.ts'
import {worldOf} from './support/manuscript.ts'

const resources = packageFiles()
const all = formats.map(({name}) => name)
/** Every folder of fixtures that holds a manuscript. */
const fixtures = readdirSync('test/fixtures').filter((name) =>
  readdirSync(`test/fixtures/${name}`).includes('paper.md')
)

async function print(): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  document.addPage()
  return document.save()
}

describe('build', () => {
  it.each(formats)('lists $name by its own name', async ({name, load}) => {
    expect((await load()).name).toBe(name)
  })

  it.each(fixtures)('makes every format of %s, of the same bytes at another time', async (name) => {
    const {'paper.md': text = '', ...files} = filesOf(`test/fixtures/${name}`)
    const made = async (now: string) => {
      const world = worldOf(new TextDecoder().decode(text as Uint8Array), files, {
        resources,
        print,
        now: () => new Date(now)
      })
      return build(world, {to: all})
    }
    const first = await made('2001-02-03T04:05:06Z')
    const second = await made('2026-12-31T23:59:59Z')
    expect(first.failure).toBeUndefined()
    expect([...first.output.keys()]).toEqual([...first.output.keys()].sort())
    expect(first.output.size).toBeGreaterThanOrEqual(all.length)
    for (const [path, bytes] of first.output) expect(bytes, path).toEqual(second.output.get(path))
    expect(second.problems).toEqual(first.problems)
  })

  it('goes through the stages in their order', async () => {
    const stages: Array<string> = []
    await build(worldOf('# Title\n\nText.\n', {}, {resources}), {
      to: ['html'],
      onStage: (stage) => void stages.push(stage)
    })
    expect(stages).toEqual(['load', 'parse', 'enrich', 'validate', 'render'])
  })

  it('makes nothing where there is nothing', async () => {
    const {output, problems, article} = await build(worldOf('', {}, {resources}), {to: all})
    expect(output.size).toBe(0)
    expect(article).toBeUndefined()
    expect(problems).toMatchObject([{severity: 'error'}])
  })

  it('makes no file for a check', async () => {
    const {output, article} = await build(worldOf('Text.\n'), {to: []})
    expect(output.size).toBe(0)
    expect(article).toBeDefined()
  })

  it('makes what it can where the browser fails', async () => {
    const failing = async () => Promise.reject(new WorldError('Cannot print'))
    const {output, failure} = await build(worldOf('Text.\n', {}, {resources, print: failing}), {to: ['html', 'pdf']})
    expect([...output.keys()]).toEqual(['paper.html'])
    expect(failure?.message).toBe('Cannot print')
  })

  it('hides no fault of its own', async () => {
    const faulty = async () => Promise.reject(new TypeError('a fault'))
    await expect(build(worldOf('Text.\n', {}, {resources, print: faulty}), {to: ['pdf']})).rejects.toThrow('a fault')
  })
})

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.txt'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}
