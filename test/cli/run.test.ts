import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {node} from '../../src/cli/doctor.ts'
import {formatNames} from '../../src/cli/formats.ts'
import {version} from '../../src/cli/version.ts'
import {WorldError} from '../../src/model/world.ts'
import {session} from '../support/host.ts'

const head = '---\ntitle: A title\nauthor: Ada Lovelace\nabstract: What it says.\nkeywords: [one, two, three]\n---\n\n'
const good = {'paper.md': `${head}# A section\n\nSome text.\n`}
const bad = {'paper.md': `${head}# A section\n\nAs @nobody1999 says.\n`}

describe('offprint', () => {
  it('helps', async () => {
    const {code, stdout} = await session(['--help'])
    expect(stdout).toContain('Exit codes: 0')
    expect(code).toBe(0)
  })

  it('says its version, and whose work it uses', async () => {
    const {code, stdout} = await session(['--version'])
    expect(stdout).toContain(`offprint ${version}\n`)
    expect(stdout).toContain('https://github.com/Juris-M/citeproc-js')
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
    expect(code).toBe(0)
  })

  it.each([
    [[], 'Usage: offprint'],
    [['bild'], 'build'],
    [['build', '--too', 'html'], "unknown option '--too'"],
    [['build', 'one', 'two'], 'too many arguments'],
    [['build', '--attach', 'sources'], 'Unexpected attachment `sources`, expected `source`'],
    [['build', '--to', 'htm'], 'Unexpected format `htm`, expected `html`'],
    [['build', '--to', ','], 'Unexpected empty --to']
  ])('refuses %j', async (argv, words) => {
    const {code, stderr, written} = await session(argv, {files: good})
    expect(stderr).toContain(words)
    expect(written.size).toBe(0)
    expect(code).toBe(2)
  })
})

describe('offprint build', () => {
  it('writes what is asked for and says so', async () => {
    const {code, stdout, stderr, written} = await session(['build'], {files: good})
    expect([...written.keys()]).toEqual(['paper.html', 'paper.pdf'])
    expect(stdout).toMatch(/^build\/paper\.html {2}\d+ kB\nbuild\/paper\.pdf {2}\d+ kB\n$/)
    expect(stderr).not.toContain('error')
    expect(code).toBe(0)
  })

  it('makes the outputs in spite of errors', async () => {
    const {code, stderr, written} = await session(['build', '--to', 'html', '--out', 'elsewhere'], {files: bad})
    expect(stderr).toContain('manuscript/paper.md:10:5 error')
    expect(stderr).toContain('  10 | As @nobody1999 says.\n     |     ^^^^^^^^^^\n')
    expect([...written.keys()]).toEqual(['paper.html'])
    expect(code).toBe(1)
  })

  it('takes this folder where there is no `manuscript`', async () => {
    const {stderr} = await session(['build', '--to', 'html'], {files: bad, folders: []})
    expect(stderr).toContain('\npaper.md:10:5 error'.trim())
    expect(stderr).not.toContain('manuscript/')
  })

  it.each([
    ['papers/second.md', 'papers/second.md:8:5 error'],
    ['second.md', '\nsecond.md:8:5 error'],
    ['./second.md', '\nsecond.md:8:5 error'],
    ['papers\\second.md', 'papers/second.md:8:5 error']
  ])('takes the file %s for the manuscript', async (named, place) => {
    const files = {'paper.md': good['paper.md'], 'second.md': `${head}As @nobody1999 says.\n`}
    const {code, stderr, written} = await session(['build', named, '--to', 'html'], {files})
    expect(`\n${stderr}`).toContain(place)
    expect([...written.keys()]).toEqual(['second.html'])
    expect(code).toBe(1)
  })

  it('takes a folder that is called as a file for a folder', async () => {
    const {written} = await session(['build', 'draft.md', '--to', 'html'], {files: good, folders: ['draft.md']})
    expect([...written.keys()]).toEqual(['paper.html'])
  })

  it('is quiet if asked', async () => {
    const {stdout, stderr} = await session(['build', '--quiet'], {files: good})
    expect(stdout + stderr).toBe('')
  })

  it('tells machines all of it', async () => {
    const {stdout, stderr, code} = await session(['build', '--to', 'html', '--json'], {files: bad})
    const told = JSON.parse(stdout)
    expect(told).toMatchObject({version: 1, exit: 1, manuscript: 'manuscript'})
    expect(told.outputs).toEqual([{path: 'build/paper.html', bytes: expect.any(Number)}])
    expect(told.problems).toContainEqual(
      expect.objectContaining({
        id: 'citation-resolves',
        severity: 'error',
        file: 'paper.md',
        start: {line: 10, column: 5}
      })
    )
    expect(stderr).toBe('')
    expect(code).toBe(1)
  })

  it('shows progress and colours to a person alone', async () => {
    const {stderr} = await session(['build'], {files: bad, terminal: true})
    expect(stderr).toContain('\r\u001B[KRendering …')
    expect(stderr).toContain('\u001B[31merror')
    const plain = await session(['build'], {files: bad, terminal: true, env: {NO_COLOR: '1'}})
    expect(plain.stderr).not.toContain('\u001B[31m')
  })
})

describe('offprint check', () => {
  it('builds nothing and starts no browser', async () => {
    const start = () => {
      throw new Error('started')
    }
    const {code, stdout, written} = await session(['check', '--quiet'], {files: good, machine: {start}})
    expect(stdout).toBe('')
    expect(written.size).toBe(0)
    expect(code).toBe(0)
  })

  it('is strict if asked', async () => {
    const files = {'paper.md': '---\ntitle: A title\nauthor: Ada Lovelace\n---\n\n# A section\n\nText.\n'}
    expect((await session(['check'], {files})).code).toBe(0)
    expect((await session(['check', '--strict'], {files})).code).toBe(1)
  })
})

describe('offprint doctor', () => {
  it('finds all well', async () => {
    const {code, stdout} = await session(['doctor'], {files: good})
    expect(stdout).not.toContain('✖')
    expect(stdout).toContain('✔ Browser    a browser of the test')
    expect(code).toBe(0)
  })

  it('says what is wrong and how to mend it', async () => {
    const browser = async () => Promise.reject(new WorldError('Cannot find a browser', {note: 'Install one.'}))
    const {code, stdout} = await session(['doctor'], {files: good, machine: {browser}})
    expect(stdout).toContain('✖ Browser    Cannot find a browser\n  help: Install one.\n')
    expect(stdout).toContain('✔ Output')
    expect(code).toBe(3)
  })

  it.each(['20.18.9', '18.20.0', '4.0.0'])('wants a later Node than %s', (given) => {
    expect(() => node(given)).toThrow('expected 20.19 or later')
  })

  it.each(['20.19.0', '22.1.0', '26.0.0'])('takes Node %s', (given) => {
    expect(node(given)).toBe(given)
  })
})

describe('formatNames', () => {
  it('reads names, each once', () => {
    expect(formatNames(' HTML,pdf,html,', ['html', 'pdf'])).toEqual(['html', 'pdf'])
  })
})
