import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {WorldError} from '../../src/model/world.ts'
import {session} from '../support/host.ts'
import type {Files} from '../support/manuscript.ts'

const head = '---\ntitle: A title\nauthor: Ada Lovelace\nabstract: What it says.\nkeywords: [one, two, three]\n---\n\n'
const good = `${head}# A section\n\nSome text.\n`
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Every folder of fixtures that says what an author sees of it. */
const told = readdirSync('test/fixtures').filter((name) =>
  readdirSync(`test/fixtures/${name}`).includes('problems.txt')
)

describe('what an author sees', () => {
  it.each(told)('of %s', async (name) => {
    const {stderr, code} = await session(['check'], {files: filesOf(`test/fixtures/${name}`)})
    await expect(`${stderr}\nexit ${code}\n`).toMatchFileSnapshot(`../fixtures/${name}/problems.txt`)
  })
})

describe('a manuscript that is not there', () => {
  it('is asked for by its folder', async () => {
    const {code, stderr} = await session(['build', 'nowhere'])
    expect(stderr).toContain('error Cannot find the folder `nowhere`')
    expect(code).toBe(1)
  })

  it('is asked for by its file', async () => {
    const {code, stderr, written} = await session(['build', 'papers/secnd.md'], {files: {'second.md': good}})
    expect(stderr).toContain('error Cannot find `secnd.md` in `papers`')
    expect(stderr).toContain('expected: `second.md`')
    expect(written.size).toBe(0)
    expect(code).toBe(1)
  })

  it('is missed in a folder without text', async () => {
    const {code, stderr, written} = await session(['build'], {files: {'figures/a.png': ''}})
    expect(stderr).toMatch(/error .*`manuscript`/)
    expect(written.size).toBe(0)
    expect(code).toBe(1)
  })

  it('is missed in an empty file', async () => {
    const {code, stderr} = await session(['build'], {files: {'paper.md': ''}})
    expect(stderr).toContain('manuscript/paper.md:1:1 error Unexpected empty file')
    expect(code).toBe(1)
  })
})

describe('front matter that cannot be read', () => {
  it.each([
    ['a quotation mark too few', '---\ntitle: "A\nauthor: Ada\n---\n\nText.\n', '2:8'],
    ['a tab', '---\ntitle: A\n\tauthor: Ada\n---\n\nText.\n', '3:1'],
    ['a list', '---\n- A\n---\n\nText.\n', '2:1'],
    ['no end', '---\ntitle: A\n\nText.\n', '1:1']
  ])('is told, and not what it may hold, for %s', async (_, text, place) => {
    const {stderr} = await session(['check'], {files: {'paper.md': text}})
    expect(stderr).toContain(`manuscript/paper.md:${place} error`)
    expect(stderr).not.toMatch(/-present/)
  })
})

describe('text in another form', () => {
  it.each([
    ['a byte order mark', `\uFEFF${good}`],
    ['line ends of Windows', good.replaceAll('\n', '\r\n')],
    ['old line ends of the Macintosh', good.replaceAll('\n', '\r')]
  ])('reads %s', async (_, text) => {
    const plain = await session(['build', '--to', 'html'], {files: {'paper.md': good}})
    const other = await session(['build', '--to', 'html'], {files: {'paper.md': text}})
    expect(other.stderr).toBe(plain.stderr)
    expect(other.written.get('paper.html')).toEqual(plain.written.get('paper.html'))
    expect(plain.written.size).toBe(1)
  })

  it('points at what is not UTF-8, and goes on', async () => {
    const bytes = Buffer.concat([utf8(`${head}# A section\n\nCaf`), Buffer.from([0xe9]), utf8(' text.\n')])
    const {code, stderr, written} = await session(['build', '--to', 'html'], {files: {'paper.md': bytes}})
    expect(stderr).toContain('manuscript/paper.md:10:4 error Unexpected byte `E9`, expected text in UTF-8')
    expect(code).toBe(1)
    expect([...written.keys()]).toEqual(['paper.html'])
  })
})

describe('text beyond measure', () => {
  it.each([
    ['one paragraph of 5 MB', `${good}\n${'All work and no play. '.repeat(240_000)}\n`],
    ['10,000 headings', `${good}${Array.from({length: 10_000}, (_, index) => `\n# Heading ${index}\n`).join('')}`],
    ['quotes 1,000 deep', `${good}\n${'>'.repeat(1000)} deep\n`],
    ['lists 1,000 deep', `${good}\n${'- '.repeat(1000)}deep\n`],
    ['emphasis 1,000 deep', `${good}\n${'*a **b '.repeat(500)}${'** *'.repeat(500)}\n`],
    ['brackets 1,000 deep', `${good}\n${'['.repeat(1000)}deep${']'.repeat(1000)}\n`]
  ])('neither breaks nor hangs on %s', async (_, text) => {
    const {code, stderr, written} = await session(['build', '--to', 'html'], {files: {'paper.md': text}})
    expect(stderr).not.toContain('fault in Offprint')
    expect([0, 1]).toContain(code)
    expect(written.get('paper.html')?.length).toBeGreaterThan(1000)
    expect(stderr.length).toBeLessThan(20_000)
  })
})

describe('nesting', () => {
  it.each(['- ', '> ', '1. '])('is told where it is cut: %j', async (mark) => {
    const {stderr, written} = await session(['build', '--to', 'html'], {
      files: {'paper.md': `${good}\n${mark.repeat(500)}deep`}
    })
    expect(stderr).toContain('nested this deep')
    expect(new TextDecoder().decode(written.get('paper.html'))).toContain('deep')
  })
})

describe('nesting of emphasis', () => {
  it('is told where it is cut', async () => {
    const text = `${good}\n${'*a **b '.repeat(100)}${'** *'.repeat(1)}${'b** a*'.repeat(100)}\n`
    const {stderr} = await session(['check'], {files: {'paper.md': text}})
    expect(stderr).toContain('error Unexpected nesting more than 100 deep')
  })
})

describe('templates', () => {
  it('are looked for by name', async () => {
    const {code, stderr} = await session(['build', '--to', 'html', '--template', 'artcle'], {files: {'paper.md': good}})
    expect(stderr).toContain('error Cannot find the template `artcle`')
    expect(stderr).toContain('expected: `article`')
    expect(code).toBe(1)
  })

  it('are looked for by folder', async () => {
    const {code, stderr} = await session(['build', '--template', './journal'], {files: {'paper.md': good}})
    expect(stderr).toContain('Cannot find the template’s folder `./journal`')
    expect(code).toBe(2)
  })
})

describe('a machine that fails', () => {
  const files = {'paper.md': good}

  it.each([
    ['a full disk', 'Cannot write `build/paper.html`: no space left on device'],
    ['a folder that may not be written', 'Cannot write `build/paper.html`: permission denied']
  ])('says so of %s', async (_, reason) => {
    const write = async () => Promise.reject(new WorldError(reason, {note: 'Make room.'}))
    const {code, stderr, stdout} = await session(['build', '--to', 'html'], {files, output: {write}})
    expect(stderr).toContain(`offprint: ${reason}\n  help: Make room.\n`)
    expect(stdout).toBe('')
    expect(code).toBe(3)
  })

  it.each(['Cannot find a browser', 'Cannot print: the browser was killed'])(
    'still makes the web page where there is: %s',
    async (reason) => {
      const print = async () => Promise.reject(new WorldError(reason, {note: 'Run `offprint doctor`.'}))
      const {code, stderr, stdout, written} = await session(['build'], {files, world: {print}})
      expect(stderr).toContain(`offprint: ${reason}`)
      expect(stdout).toContain('build/paper.html')
      expect([...written.keys()]).toEqual(['paper.html'])
      expect(code).toBe(3)
    }
  )

  it('tells machines of it', async () => {
    const print = async () => Promise.reject(new WorldError('Cannot find a browser', {note: 'Install one.'}))
    const {stdout, stderr} = await session(['build', '--json'], {files, world: {print}})
    expect(JSON.parse(stdout)).toMatchObject({
      exit: 3,
      failure: {reason: 'Cannot find a browser', note: 'Install one.'}
    })
    expect(stderr).toBe('')
  })

  it('closes what it started, whatever happens', async () => {
    const calls: Array<string> = []
    const print = async () => Promise.reject(new Error('a bug'))
    const machine = {start: () => void calls.push('start'), close: async () => void calls.push('close')}
    const {code, stderr} = await session(['build'], {files, world: {print}, machine})
    expect(calls).toEqual(['start', 'close'])
    expect(stderr).toContain('by a fault in Offprint itself: a bug')
    expect(stderr).not.toContain(' at ')
    expect(code).toBe(3)
  })
})

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.txt'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}
