import {describe, expect, it} from 'vitest'
import {load} from '../../src/load/index.ts'
import type {Manuscript} from '../../src/model/manuscript.ts'
import type {Problem} from '../../src/model/problem.ts'
import type {World} from '../../src/model/world.ts'
import {memoryFolder, memoryWorld} from '../../src/world/memory.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

const style = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"></style>'
const templates: Files = {
  'article/template.yaml': 'name: Article\nstyle: own.csl\n',
  'article/own.csl': style,
  'narrow/template.yaml': 'name: Narrow\nextends: article\n'
}

async function loaded(
  files: Files,
  options: {template?: string} = {},
  rest: Partial<World> = {}
): Promise<{manuscript: Manuscript | undefined; problems: ReadonlyArray<Problem>; told: ReadonlyArray<string>}> {
  const problems: Array<Problem> = []
  const world = memoryWorld(files, {templates: memoryFolder('templates', templates), ...rest})
  const manuscript = await load(world, options, (problem) => void problems.push(problem))
  const told = problems.map(({place, reason}) => {
    const at =
      place?.start === undefined ? (place?.file ?? '') : `${place.file}:${place.start.line}:${place.start.column}`
    return `${at} ${reason}`.trim()
  })
  return {manuscript, problems, told}
}

async function paths(files: Files): Promise<ReadonlyArray<string> | undefined> {
  return (await loaded(files)).manuscript?.text.map(({path}) => path)
}

describe('the text of a manuscript', () => {
  it.each<[string, Files, ReadonlyArray<string>]>([
    ['paper.md', {'paper.md': 'A', 'notes.md': 'B', 'README.md': 'C'}, ['paper.md']],
    [
      'the only Markdown file',
      {'My study.markdown': 'A', 'README.md': 'B', 'LICENSE.md': 'C', 'CHANGELOG.md': 'D'},
      ['My study.markdown']
    ],
    ['a Quarto file', {'article.qmd': 'A'}, ['article.qmd']],
    [
      'what the front matter lists',
      {'paper.md': '---\ninput: [two.md, more/three.md]\n---\nA', 'two.md': 'B', 'more/three.md': 'C'},
      ['paper.md', 'two.md', 'more/three.md']
    ],
    [
      'what offprint.yaml lists',
      {
        'offprint.yaml': 'content:\n  - text/b.md\n  - text/a.md\n',
        'text/a.md': 'A',
        'text/b.md': 'B',
        'paper.md': 'C'
      },
      ['text/b.md', 'text/a.md']
    ],
    [
      'numbered files in their order',
      {
        'content/02.text.md': 'B',
        'content/00.front.md': 'A',
        'content/10.end.md': 'C',
        'content/letter.md': 'D',
        'README.md': 'E'
      },
      ['content/00.front.md', 'content/02.text.md', 'content/10.end.md']
    ]
  ])('is %s', async (_, files, expected) => {
    expect(await paths(files)).toEqual(expected)
  })

  it('is not what Manubot makes the header of', async () => {
    const files = {'content/00.front-matter.md': '{% for author in authors %}\n{% endfor %}', 'content/01.a.md': 'A'}
    const {manuscript, told} = await loaded(files)
    expect(manuscript?.text.map(({path}) => path)).toEqual(['content/01.a.md'])
    expect(told).toContainEqual(expect.stringContaining('Left out `content/00.front-matter.md`'))
  })

  it('has metadata files beneath the front matter', async () => {
    const files = {'content/01.a.md': 'A', 'content/metadata.yaml': 'title: T', 'offprint.yaml': 'lang: uz'}
    const {manuscript} = await loaded(files)
    expect(manuscript?.metadata?.map(({path}) => path)).toEqual(['offprint.yaml', 'content/metadata.yaml'])
  })

  it('has what a MyST project extends', async () => {
    const files = {'article.md': 'A', 'myst.yml': 'extends: [people.yml, gone.yml]', 'people.yml': 'project: {}'}
    const {manuscript, told} = await loaded(files)
    expect(manuscript?.metadata?.map(({path}) => path)).toEqual(['myst.yml', 'people.yml'])
    expect(told).toEqual(['myst.yml:1:23 Cannot find the file `gone.yml`'])
  })

  it('lies in a folder', async () => {
    const nowhere = {name: 'thesis', read: async () => undefined, list: async () => undefined}
    const {manuscript, told} = await loaded({}, {}, {manuscript: nowhere})
    expect(manuscript).toBeUndefined()
    expect(told).toEqual(['Cannot find the folder `thesis`'])
  })

  it.each<[string, Files, string]>([
    ['in an empty folder', {}, 'Cannot find a manuscript in `manuscript`, expected `paper.md`'],
    ['beside README alone', {'README.md': 'A'}, 'Cannot find a manuscript in `manuscript`, expected `paper.md`'],
    [
      'among several',
      {'a.md': 'A', 'b.md': 'B'},
      'Cannot tell which of 2 Markdown files in `manuscript` is the manuscript'
    ],
    ['in an empty file', {'paper.md': ''}, 'paper.md:1:1 Unexpected empty file `paper.md`'],
    ['in a blank file', {'paper.md': '\n \n'}, 'paper.md:1:1 Unexpected empty file `paper.md`']
  ])('is not found %s', async (_, files, reason) => {
    const {manuscript, told} = await loaded(files)
    expect(manuscript).toBeUndefined()
    expect(told).toEqual([reason])
  })

  it('names what lies deeper', async () => {
    const {problems} = await loaded({'joss/paper.md': 'A', 'README.md': 'B'})
    expect(problems[0]?.expected).toEqual(['joss/paper.md'])
    expect(problems[0]?.note).toContain('manuscript/joss')
  })

  it('says which listed file is missing, and goes on', async () => {
    const {manuscript, told, problems} = await loaded({
      'paper.md': '---\ninput:\n  - methods.md\n  - /etc/passwd\n---\nA',
      'text/method.md': 'B'
    })
    expect(manuscript?.text).toHaveLength(1)
    expect(told).toEqual([
      'paper.md:3:5 Cannot find the text `methods.md`',
      "paper.md:4:5 Cannot read the text `/etc/passwd`: it lies outside the manuscript's folder"
    ])
    expect(problems[0]?.expected).toEqual(['text/method.md'])
  })
})

describe('decoding', () => {
  const bytes = (...parts: ReadonlyArray<string | ReadonlyArray<number>>) =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part]))
    )

  it('takes off the byte order mark and Windows line ends', async () => {
    const {manuscript, told} = await loaded({
      'paper.md': bytes([0xef, 0xbb, 0xbf], '---\r\ntitle: A\r\n---\r\nText\rmore')
    })
    expect(manuscript?.text[0]?.text).toBe('---\ntitle: A\n---\nText\nmore')
    expect(told).toEqual([])
  })

  it.each([
    ['a lone byte', bytes('one\ntwo ', [0xcf], ' three'), 'paper.md:2:5 Unexpected byte `CF`, expected text in UTF-8'],
    [
      'after Windows line ends',
      bytes('one\r\nўз ', [0xff], 'three'),
      'paper.md:2:4 Unexpected byte `FF`, expected text in UTF-8'
    ],
    [
      'a character cut short at the end',
      bytes('one ', [0xd0]),
      'paper.md:1:5 Unexpected byte `D0`, expected text in UTF-8'
    ],
    ['at the beginning', bytes([0x80], 'one'), 'paper.md:1:1 Unexpected byte `80`, expected text in UTF-8'],
    ['UTF-16', bytes([0xff, 0xfe], 'o\0n\0e\0'), 'paper.md:1:1 Unexpected byte `FF`, expected text in UTF-8']
  ])('finds %s', async (_, content, reason) => {
    const {manuscript, told} = await loaded({'paper.md': content})
    expect(told).toEqual([reason])
    expect(manuscript?.text[0]?.text).toContain('\uFFFD')
  })

  it('tells control characters and their like, and keeps them', async () => {
    const {manuscript, told} = await loaded({
      'paper.md': 'a\tb\fc\none \u0001 ўз\u0085 \uFFFF',
      'references.bib': '\u0000'
    })
    const saying = (place: string, name: string) => `${place} Unexpected character \`${name}\`, which cannot be printed`
    expect(told).toEqual([
      saying('paper.md:1:4', 'U+000C'),
      saying('paper.md:2:5', 'U+0001'),
      saying('paper.md:2:9', 'U+0085'),
      saying('paper.md:2:11', 'U+FFFF'),
      saying('references.bib:1:1', 'U+0000')
    ])
    expect(manuscript?.text[0]?.text).toContain('\u0001')
  })

  it('tells no more of them than is worth reading', async () => {
    expect((await loaded({'paper.md': '\u0001'.repeat(1000)})).told).toHaveLength(10)
  })

  it('does not mind a replacement character that was written', async () => {
    expect((await loaded({'paper.md': 'one \uFFFD two'})).told).toEqual([])
  })

  it('finds the byte in a long file quickly', async () => {
    const long = new Uint8Array(5_000_000).fill(0x61)
    long[4_999_000] = 0xfe
    const begun = performance.now()
    expect((await loaded({'paper.md': long})).told).toEqual([
      'paper.md:1:4999001 Unexpected byte `FE`, expected text in UTF-8'
    ])
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

describe('bibliographies', () => {
  const found = async (files: Files) => (await loaded(files)).manuscript?.bibliography.map(({path}) => path)

  it('are those that the front matter names, in its order', async () => {
    const files = {'a.bib': '', 'lib/b.bib': '', 'c.ris': ''}
    expect(await found({...files, 'paper.md': '---\nbibliography: lib/b.bib\n---\nA'})).toEqual(['lib/b.bib'])
    expect(await found({...files, 'paper.md': '---\nbibliography: [c.ris, ./a.bib]\n---\nA'})).toEqual([
      'c.ris',
      'a.bib'
    ])
  })

  it('are named from the text, or from the folder', async () => {
    const files = {'offprint.yaml': 'content: text/a.md', 'text/a.md': '---\nbibliography: [x.bib, y.bib]\n---\nA'}
    expect(await found({...files, 'text/x.bib': '', 'y.bib': ''})).toEqual(['text/x.bib', 'y.bib'])
  })

  it('are else all beside the text', async () => {
    const items = '[{"id": "a", "type": "book"}]'
    const files = {'paper.md': 'A', 'b.bib': '', 'a.ris': '', 'c.nbib': '', 'd.json': items, 'deep/e.bib': ''}
    const others = {'package.json': '{"name": "x"}', 'data.yaml': 'a: 1', 'references.lock.json': items}
    const yaml = 'references:\n  - id: a\n    type: book\n'
    expect(await found({...files, ...others, 'f.yaml': yaml})).toEqual(['a.ris', 'b.bib', 'c.nbib', 'd.json', 'f.yaml'])
  })

  it('are reported where they are missing', async () => {
    const text = '---\nbibliography:\n  - refs.bib\n  - ../secret.bib\n  - https://example.org/a.bib\n---\nA'
    const {manuscript, told, problems} = await loaded({'paper.md': text, 'ref.bib': ''})
    expect(manuscript?.bibliography).toEqual([])
    expect(told).toEqual([
      'paper.md:3:5 Cannot find the bibliography `refs.bib`',
      "paper.md:4:5 Cannot read the bibliography `../secret.bib`: it lies outside the manuscript's folder",
      'paper.md:5:5 Cannot read the bibliography `https://example.org/a.bib` from the web, expected a file of the manuscript'
    ])
    expect(problems.map(({id, expected}) => [id, expected])).toEqual([
      ['bibliography-found', ['ref.bib']],
      ['path-inside', undefined],
      ['path-inside', undefined]
    ])
  })
})

describe('the rest', () => {
  it('is images and the lock file', async () => {
    const files = {'paper.md': 'A', 'fig/a.PNG': 'x', 'b.svg': 'y', 'c.txt': 'z', 'references.lock.json': '{}'}
    const {manuscript} = await loaded(files)
    expect([...(manuscript?.assets.keys() ?? [])]).toEqual(['b.svg', 'fig/a.PNG'])
    expect(manuscript?.lock?.text).toBe('{}')
  })

  it('is the citation style: the front matter’s, else the template’s', async () => {
    const mine = style.replace('in-text', 'note')
    const asked = await loaded({'paper.md': '---\ncsl: mine.csl\n---\nA', 'mine.csl': mine})
    expect(asked.manuscript?.csl?.xml).toBe(mine)
    expect((await loaded({'paper.md': 'A'})).manuscript?.csl?.xml).toBe(style)
  })

  it('is the template’s style where the one asked for is missing', async () => {
    const {manuscript, told} = await loaded({'paper.md': '---\ncsl: none.csl\n---\nA'})
    expect(manuscript?.csl?.xml).toBe(style)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^paper\.md:2:6 Cannot find citation style `none\.csl`/)
  })

  it('is the template: the option’s, else the front matter’s, else the standard one', async () => {
    const narrow = {'paper.md': '---\ntemplate: narrow\n---\nA'}
    expect((await loaded({'paper.md': 'A'})).manuscript?.template.id).toBe('article')
    expect((await loaded(narrow)).manuscript?.template.id).toBe('narrow')
    expect((await loaded(narrow, {template: 'article'})).manuscript?.template.id).toBe('article')
  })
})
