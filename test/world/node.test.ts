import {chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {WorldError} from '../../src/model/world.ts'
import {clock} from '../../src/world/clock.ts'
import {diskFolder} from '../../src/world/disk-folder.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {memoryFolder} from '../../src/world/memory.ts'
import {machine} from '../../src/world/node.ts'
import type {DiskCalls} from '../../src/world/output-folder.ts'
import {outputFolder} from '../../src/world/output-folder.ts'
import {shelf, within} from '../../src/world/shelf.ts'

let folder: string
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-world-'))
  await mkdir(join(folder, 'paper/figures'), {recursive: true})
  await mkdir(join(folder, 'paper/node_modules/x'), {recursive: true})
  await mkdir(join(folder, 'paper/build'), {recursive: true})
  for (const file of ['paper.md', 'figures/a.png', '.hidden', 'node_modules/x/y.md', 'build/paper.html']) {
    await writeFile(join(folder, 'paper', file), file)
  }
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await symlink('../secret.txt', join(folder, 'paper/leaving.txt'))
  await symlink('paper.md', join(folder, 'paper/staying.md'))
  await symlink('..', join(folder, 'paper/upwards'))
  await symlink('circle', join(folder, 'paper/circle'))
})

afterAll(() => rm(folder, {recursive: true, force: true}))

describe('diskFolder', () => {
  it('lists what a manuscript may hold', async () => {
    const paper = diskFolder(join(folder, 'paper'), {without: [join(folder, 'paper/build')]})
    expect(await paper.list()).toEqual(['figures/a.png', 'paper.md', 'staying.md'])
  })

  it('reads files', async () => {
    const paper = diskFolder(join(folder, 'paper'))
    expect(text(await paper.read('figures/a.png'))).toBe('figures/a.png')
    expect(text(await paper.read('./figures//a.png'))).toBe('figures/a.png')
    expect(text(await paper.read('staying.md'))).toBe('paper.md')
  })

  it.each([
    '../secret.txt',
    'figures/../../secret.txt',
    'leaving.txt',
    'upwards/secret.txt',
    'circle',
    '/etc/passwd',
    'C:/secret.txt',
    '..\\secret.txt',
    'paper.md\0',
    'paper.md/x',
    'figures',
    'absent.md',
    '',
    '.',
    `${'x'.repeat(5000)}.md`
  ])('reads %j as absent', async (path) => {
    expect(await diskFolder(join(folder, 'paper')).read(path)).toBeUndefined()
  })

  it('is absent where there is no folder', async () => {
    expect(await diskFolder(join(folder, 'nowhere')).list()).toBeUndefined()
    expect(await diskFolder(join(folder, 'secret.txt')).list()).toBeUndefined()
  })

  it('refuses what is too much', async () => {
    await expect(diskFolder(join(folder, 'paper'), {mostFiles: 1}).list()).rejects.toThrow(WorldError)
    await expect(diskFolder(join(folder, 'paper'), {mostBytes: 3}).read('paper.md')).rejects.toThrow(WorldError)
  })

  it('says so where it may not read', async ({skip}) => {
    if (process.getuid?.() === 0) skip('root may read everything')
    await writeFile(join(folder, 'closed.md'), 'closed')
    await chmod(join(folder, 'closed.md'), 0)
    await expect(diskFolder(folder).read('closed.md')).rejects.toThrow('Cannot read')
  })
})

describe('outputFolder', () => {
  it('writes into folders it makes, and leaves nothing else', async () => {
    const out = join(folder, 'out')
    await outputFolder(out).write('sub/paper.html', bytes('one'))
    await outputFolder(out).write('sub/paper.html', bytes('two'))
    expect(await readFile(join(out, 'sub/paper.html'), 'utf8')).toBe('two')
    expect(await readdir(join(out, 'sub'))).toEqual(['paper.html'])
  })

  it('refuses a path that leaves it', async () => {
    await expect(outputFolder(folder).write('../x', bytes(''))).rejects.toThrow(WorldError)
  })

  it.each([
    ['writeNew', 'ENOSPC: no space left on device, write', 'ENOSPC', 'no space left on device'],
    ['rename', "EXDEV: cross-device link not permitted, rename 'a' -> 'b'", 'EXDEV', 'cross-device link not permitted'],
    ['makeFolder', "EACCES: permission denied, mkdir 'out'", 'EACCES', 'permission denied']
  ] as const)('keeps the earlier file where %s fails', async (call, message, code, words) => {
    const files = new Map([['/out/paper.html', 'good']])
    const calls: DiskCalls = {...memoryCalls(files), [call]: failing(files, message, code)}
    const written = outputFolder('/out', 'out', calls).write('paper.html', bytes('new'))
    await expect(written).rejects.toThrow(`Cannot write \`out/paper.html\`: ${words}`)
    expect([...files]).toEqual([['/out/paper.html', 'good']])
  })

  it('says how to mend a full disk', async () => {
    const calls = {...memoryCalls(new Map()), writeNew: failing(new Map(), 'ENOSPC: no space left, write', 'ENOSPC')}
    await expect(outputFolder('/out', 'out', calls).write('a', bytes(''))).rejects.toMatchObject({
      note: expect.stringContaining('make room')
    })
  })
})

describe('packageFiles', () => {
  it('finds packages beside, and above where npm hoists them', async () => {
    const tool = join(folder, 'project/node_modules/offprint')
    for (const [path, content] of [
      ['project/node_modules/@scope/font/files/a.woff2', 'hoisted'],
      ['project/node_modules/near/a.txt', 'far'],
      ['project/node_modules/offprint/node_modules/near/a.txt', 'near']
    ] as const) {
      await mkdir(join(folder, path, '..'), {recursive: true})
      await writeFile(join(folder, path), content)
    }
    const resources = packageFiles(tool)
    expect(text(await resources.read('@scope/font/files/a.woff2'))).toBe('hoisted')
    expect(text(await resources.read('near/a.txt'))).toBe('near')
    expect(await resources.read('near/../near/a.txt')).toBeUndefined()
    expect(await resources.read('absent/a.txt')).toBeUndefined()
    expect(await resources.read('@scope')).toBeUndefined()
  })

  it('finds those of Offprint', async () => {
    expect(await packageFiles().read('@fontsource/stix-two-text/package.json')).toBeDefined()
  })
})

describe('shelf', () => {
  const own = within('mine', memoryFolder('mine', {'template.yaml': 'mine'}))
  const theirs = memoryFolder('theirs', {'article/page.css': 'theirs'})
  const ours = memoryFolder('ours', {'article/template.yaml': 'ours', 'other/template.yaml': 'ours'})

  it('puts the templates of a folder before those of the next, whole', async () => {
    const all = shelf('templates', [own, theirs, ours])
    expect(await all.list()).toEqual(['article/page.css', 'mine/template.yaml', 'other/template.yaml'])
    expect(text(await all.read('article/page.css'))).toBe('theirs')
    expect(await all.read('article/template.yaml')).toBeUndefined()
    expect(text(await all.read('mine/template.yaml'))).toBe('mine')
    expect(await all.read('absent/template.yaml')).toBeUndefined()
  })
})

describe('clock', () => {
  it('honours SOURCE_DATE_EPOCH', () => {
    expect(clock('1700000000')().toISOString()).toBe('2023-11-14T22:13:20.000Z')
    expect(clock('0')().getTime()).toBe(0)
  })

  it('goes by the machine without', () => {
    expect(clock(undefined)().getFullYear()).toBeGreaterThan(2000)
    expect(clock('')().getFullYear()).toBeGreaterThan(2000)
  })

  it.each(['yesterday', '-1', '1.5', '9'.repeat(30)])('refuses %s', (epoch) => {
    expect(() => clock(epoch)).toThrow('SOURCE_DATE_EPOCH')
  })
})

describe('machine', () => {
  it('brings templates from a folder named, beside the manuscript and of its own', async () => {
    await mkdir(join(folder, 'paper/templates/theirs'), {recursive: true})
    await writeFile(join(folder, 'paper/templates/theirs/template.yaml'), 'name: Theirs')
    await mkdir(join(folder, 'journal'), {recursive: true})
    await writeFile(join(folder, 'journal/template.yaml'), 'name: Journal')
    const where = {
      manuscript: join(folder, 'paper'),
      out: join(folder, 'out'),
      template: join(folder, 'journal'),
      env: {}
    }
    const templates = await machine(where).templates.list()
    expect(templates).toContain('journal/template.yaml')
    expect(templates).toContain('theirs/template.yaml')
  })
})

/** The calls of a disk that lies in memory. */
function memoryCalls(files: Map<string, string>): DiskCalls {
  return {
    makeFolder: async () => undefined,
    real: async (path) => path,
    writeNew: async (path, content) => void files.set(path, new TextDecoder().decode(content)),
    rename: async (from, to) => {
      files.set(to, files.get(from) ?? '')
      files.delete(from)
    },
    remove: async (path) => void files.delete(path)
  }
}

/** A call that fails halfway: part of what was to be written may lie there. */
function failing(files: Map<string, string>, message: string, code: string) {
  return async (path: string) => {
    if (path.endsWith('.tmp') && !files.has(path)) files.set(path, 'half')
    throw Object.assign(new Error(message), {code})
  }
}
