import {describe, expect, it} from 'vitest'
import {WorldError} from '../../src/model/world.ts'
import {readManifest} from '../../src/package/index.ts'
import {session} from '../support/host.ts'

const head =
  "---\ntitle: A title\nversion: '1.0'\nauthor: Ada Lovelace\nabstract: Yes.\nkeywords: [one, two, three]\n---\n\n"
const good = {'paper.md': `${head}# A section\n\nSome text.\n`}
const bad = {'paper.md': `${head}# A section\n\nAs @nobody1999 says.\n`}

/** What `release` wrote, as `verify` finds it. */
async function made(): Promise<Record<string, Uint8Array>> {
  const {written} = await session(['release'], {files: good})
  return Object.fromEntries([...written].map(([path, bytes]) => [path.replace('release/paper-1.0/', ''), bytes]))
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('offprint release', () => {
  it('writes a folder of its own and names what is in it', async () => {
    const {code, stdout, written} = await session(['release'], {files: good})
    expect([...written.keys()]).toContain('release/paper-1.0/manifest.json')
    expect(stdout).toContain('build/release/paper-1.0/paper.html  ')
    expect(code).toBe(0)
  })

  it('writes nothing while there are errors, or warnings if they are to count', async () => {
    const wrong = await session(['release'], {files: bad})
    expect(wrong.stderr).toContain('1 error')
    expect([wrong.code, wrong.written.size]).toEqual([1, 0])
    const poor = {'paper.md': good['paper.md'].replace('abstract: Yes.\n', '')}
    const strict = await session(['release', '--strict'], {files: poor})
    expect([strict.code, strict.written.size]).toEqual([1, 0])
    expect((await session(['release'], {files: poor})).code).toBe(0)
  })

  it('writes nothing where the browser or the disk fails', async () => {
    const fails = async () => Promise.reject(new WorldError('No space left'))
    const unprinted = await session(['release'], {files: good, world: {print: fails}})
    expect([unprinted.code, unprinted.written.size]).toEqual([3, 0])
    const unwritten = await session(['release', '--json'], {files: good, output: {writeFolder: fails}})
    expect(unwritten.code).toBe(3)
    expect(JSON.parse(unwritten.stdout)).toMatchObject({exit: 3, outputs: [], failure: {reason: 'No space left'}})
  })

  it('refuses another version than the one it was asked for', async () => {
    const {code, stderr, written} = await session(['release', '--as', '2.0'], {files: good})
    expect(stderr).toContain('manuscript/paper.md:3:10 error Unexpected version `1.0` of the manuscript')
    expect([code, written.size]).toEqual([1, 0])
  })
})

describe('offprint verify', () => {
  it('finds a whole release whole', async () => {
    const inFolder = await made()
    const {code, stdout} = await session(['verify', 'there'], {inFolder})
    expect(stdout).toBe(`All ${Object.keys(inFolder).length} files are as released\n`)
    expect(code).toBe(0)
  })

  it('names each file that changed, is missing or extra', async () => {
    const {'paper.xml': _, ...rest} = await made()
    const inFolder = {...rest, 'paper.html': bytes('changed'), '.hidden\u001B': bytes('')}
    const {code, stdout} = await session(['verify', 'there'], {inFolder})
    expect(stdout).toBe('extra    .hiddenU+001B\nchanged  paper.html\nmissing  paper.xml\n')
    expect(code).toBe(1)
    const told = JSON.parse((await session(['verify', 'there', '--json'], {inFolder})).stdout)
    expect(told).toMatchObject({version: 1, exit: 1, folder: 'there'})
    expect(told.differences).toContainEqual({kind: 'missing', path: 'paper.xml'})
  })

  it('sees changes to the manifest and to the sums', async () => {
    const whole = await made()
    const text = (name: string) => new TextDecoder().decode(whole[name])
    const changed = async (name: string, content: string) =>
      (await session(['verify', 'there'], {inFolder: {...whole, [name]: bytes(content)}})).stdout
    expect(await changed('manifest.json', text('manifest.json').replace('"1.0"', '"1.1"'))).toBe(
      'changed  manifest.json\n'
    )
    expect(await changed('SHA256SUMS', text('SHA256SUMS').split('\n').slice(1).join('\n'))).toBe(
      'changed  SHA256SUMS\n'
    )
    expect(await changed('SHA256SUMS', 'nonsense\n')).toBe('changed  SHA256SUMS\n')
    const {SHA256SUMS: _, ...without} = whole
    expect((await session(['verify', 'there'], {inFolder: without})).stdout).toBe('missing  SHA256SUMS\n')
  })

  it.each([
    [{}, 'Cannot find `manifest.json` in `there`, expected a release'],
    [{'manifest.json': '{"manifest": 1'}, 'Cannot read `manifest.json` as JSON'],
    [{'manifest.json': 'null'}, 'Unexpected `the whole` in `manifest.json`, expected `manifest`, `slug`'],
    [{'manifest.json': '[]'}, 'Unexpected `manifest` in `manifest.json`'],
    [{'manifest.json': '{"manifest": 2}'}, 'Unexpected `manifest` in `manifest.json`, expected `1`']
  ])('refuses %j', async (inFolder, words) => {
    const {code, stderr} = await session(['verify', 'there'], {inFolder})
    expect(stderr).toContain(words)
    expect(code).toBe(1)
  })

  it('says so where there is no folder, or a file cannot be read', async () => {
    const nowhere = await session(['verify', 'nowhere'])
    expect(nowhere.stderr).toContain('Cannot find the folder `nowhere`')
    expect(nowhere.code).toBe(1)
    const inFolder = await made()
    const unreadable = async () => Promise.reject(new WorldError('Cannot read `there/paper.pdf`'))
    const {code, stderr} = await session(['verify', 'there'], {inFolder, readInFolder: unreadable})
    expect(stderr).toContain('Cannot read `there/paper.pdf`')
    expect(code).toBe(3)
  })
})

describe('offprint verify --rebuild', () => {
  it('builds the same again', async () => {
    const {code, stdout} = await session(['verify', 'there', '--rebuild'], {files: good, inFolder: await made()})
    expect(stdout).toMatch(/^All \d+ files are as released\n$/)
    expect(code).toBe(0)
  })

  it('says what has become different, and why', async () => {
    const files = {'paper.md': good['paper.md'].replace('Some text', 'Other text')}
    const machine = {browserVersion: async () => '2.0'}
    const {code, stdout} = await session(['verify', 'there', '--rebuild'], {files, inFolder: await made(), machine})
    expect(stdout).toContain('changed  paper.html\n')
    expect(stdout).not.toContain('paper.bib')
    expect(stdout).toContain('because  manuscript: `paper.md` has changed\nbecause  browser: 1.2.3.4, now 2.0\n')
    expect(code).toBe(1)
  })

  it('tells what is wrong with a manuscript that no longer builds', async () => {
    const {code, stdout, stderr} = await session(['verify', 'there', '--rebuild'], {
      files: bad,
      inFolder: await made()
    })
    expect(stderr).toContain('Cannot find reference `nobody1999`')
    expect(stdout).toBe('')
    expect(code).toBe(1)
  })
})

describe('readManifest', () => {
  it('names the field that is wrong', () => {
    const found = readManifest('{"manifest": 1, "slug": "a", "version": 1}')
    expect(found).toEqual({reason: 'Unexpected `version` in `manifest.json`, expected text'})
  })
})
