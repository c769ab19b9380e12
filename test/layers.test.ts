import {execFile} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {join, posix} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const stages = ['load', 'parse', 'enrich', 'validate', 'render', 'package']
const leaves = ['model', 'util']
/** Pure, hence allowed anywhere. */
const pureBuiltins = new Set(['node:crypto', 'node:path/posix', 'node:zlib'])

interface Module {
  readonly path: string
  readonly imports: ReadonlyArray<string>
}

const specifier = /(?:^|[\s;}])(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g

/** The specifiers that a module's text imports, types and dynamic imports included. */
function importsOf(text: string): ReadonlyArray<string> {
  return [...text.matchAll(specifier)].map((match) => match[1] ?? match[2] ?? '')
}

/** The complaint that an import earns, or `undefined` if it is lawful. */
function offence(from: string, to: string): string | undefined {
  const room = from.split('/')[1] ?? ''
  const pure = stages.includes(room) || leaves.includes(room)
  if (!to.startsWith('.')) {
    const outside = /^(node:|puppeteer|@sparticuz\/)/.test(to) && !pureBuiltins.has(to)
    return pure && outside ? `${from} reaches outside by ${to}` : undefined
  }
  const target = posix.join(posix.dirname(from), to)
  const targetRoom = target.split('/')[1] ?? ''
  if (leaves.includes(room) && !leaves.includes(targetRoom)) return `${from} is a leaf and imports ${target}`
  if (stages.includes(room) && targetRoom !== room && !leaves.includes(targetRoom)) return `${from} imports ${target}`
  const fromOutside = !stages.includes(room) && stages.includes(targetRoom)
  if (fromOutside && posix.basename(target) !== 'index.ts')
    return `${from} looks behind ${targetRoom}/index.ts: ${target}`
  return undefined
}

function modules(folder: string): ReadonlyArray<Module> {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .map((path) => ({path, imports: importsOf(readFileSync(path, 'utf8'))}))
}

describe('the law', () => {
  it.each([
    ['src/parse/index.ts', '../enrich/index.ts'],
    ['src/render/html/index.ts', '../../validate/rule.ts'],
    ['src/model/article.ts', '../parse/index.ts'],
    ['src/load/index.ts', 'node:fs/promises'],
    ['src/render/pdf/index.ts', 'puppeteer'],
    ['src/enrich/index.ts', '../world/node.ts'],
    ['src/cli/build.ts', '../render/html/index.ts'.replace('index', 'head')],
    ['src/util/text.ts', '../load/index.ts']
  ])('refuses %s → %s', (from, to) => {
    expect(offence(from, to)).toBeDefined()
  })

  it.each([
    ['src/parse/index.ts', './meta/index.ts'],
    ['src/render/pdf/index.ts', '../html/index.ts'],
    ['src/build.ts', './parse/index.ts'],
    ['src/enrich/index.ts', '../model/article.ts'],
    ['src/package/index.ts', 'node:crypto'],
    ['src/world/node.ts', 'node:fs/promises']
  ])('allows %s → %s', (from, to) => {
    expect(offence(from, to)).toBeUndefined()
  })

  it('sees every way to import', () => {
    const text = "import a from 'a'\nimport type {B} from 'b'\nexport {c} from 'c'\nimport 'd'\nawait import('e')"
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('src', () => {
  const all = modules('src')

  it('is read', () => {
    expect(all.length).toBeGreaterThan(20)
    expect(all.flatMap((module) => module.imports).length).toBeGreaterThan(50)
  })

  it('keeps the law', () => {
    const offences = all.flatMap(({path, imports}) => imports.map((to) => offence(path, to)))
    expect(offences.filter((complaint) => complaint !== undefined)).toEqual([])
  })

  it('has no file past 300 lines', () => {
    const long = all.filter(({path}) => readFileSync(path, 'utf8').trimEnd().split('\n').length > 300)
    expect(long.map(({path}) => path)).toEqual([])
  })

  it('names no journal: templates do', () => {
    const journals = readdirSync('templates').filter((name) => !['article', 'proceedings'].includes(name))
    // CSL names styles after publishers; that table holds its names, not a journal's wishes.
    const styleNames = 'src/load/styles/names.ts'
    const naming = all.filter(({path}) => {
      if (path === styleNames) return false
      const text = readFileSync(path, 'utf8').toLowerCase()
      return ['elsevier', 'springer', 'ieeetran', 'plos', ...journals].some((name) =>
        new RegExp(`\\b${name}\\b`).test(text)
      )
    })
    expect(naming.map(({path}) => path)).toEqual([])
  })
})

describe('the linter', () => {
  const folder = 'src/parse/planted'
  const planted = {
    'cycle-a.ts': "import type {B} from './cycle-b.ts'\n\nexport type A = B | undefined\n",
    'cycle-b.ts': "import type {A} from './cycle-a.ts'\n\nexport type B = A | undefined\n",
    'disk.ts': "export {readFile} from 'node:fs/promises'\n",
    'process.ts': "export {argv} from 'node:process'\n",
    'stage.ts': "export {enrich} from '../../enrich/index.ts'\n"
  }
  let printed = ''
  let home = ''

  beforeAll(async () => {
    // A copy of the configuration over a planted tree: the tree under test stays as it is.
    await mkdir('build', {recursive: true})
    home = await mkdtemp(join(process.cwd(), 'build', 'planted-'))
    await mkdir(join(home, folder), {recursive: true})
    const configuration = JSON.parse(readFileSync('biome.json', 'utf8'))
    await writeFile(join(home, 'biome.json'), JSON.stringify({...configuration, root: true, vcs: {enabled: false}}))
    for (const [name, text] of Object.entries(planted)) await writeFile(join(home, folder, name), text)
    const biome = join(process.cwd(), 'node_modules', '@biomejs', 'biome', 'bin', 'biome')
    const run = promisify(execFile)(process.execPath, [biome, 'lint', '--colors=off', '.'], {cwd: home})
    printed = await run.then(
      ({stdout, stderr}) => stdout + stderr,
      (error: {stdout: string; stderr: string}) => error.stdout + error.stderr
    )
  })

  afterAll(() => rm(home, {recursive: true, force: true}))

  it.each([
    ['disk.ts', 'noRestrictedImports'],
    ['process.ts', 'noRestrictedImports'],
    ['stage.ts', 'noRestrictedImports'],
    ['cycle-a.ts', 'noImportCycles']
  ])('refuses %s by %s', (file, rule) => {
    const complaints = printed.split('\n').filter((line) => line.includes(file) && line.includes(rule))
    expect(complaints).not.toEqual([])
  })
})
