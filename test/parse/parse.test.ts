import {describe, expect, it} from 'vitest'
import type {Draft} from '../../src/model/article.ts'
import type {Manuscript, TextSource} from '../../src/model/manuscript.ts'
import {placeOf} from '../../src/model/place.ts'
import type {Problem} from '../../src/model/problem.ts'
import {parse} from '../../src/parse/index.ts'
import {textOf} from '../../src/util/text.ts'

type Files = Readonly<Record<string, string>>

function sources(files: Files): ReadonlyArray<TextSource> {
  return Object.entries(files).map(([path, text]) => ({path, text, bytes: new TextEncoder().encode(text)}))
}

async function parsed(
  text: Files,
  more: Partial<Manuscript> = {}
): Promise<{draft: Draft; told: ReadonlyArray<string>; problems: ReadonlyArray<Problem>}> {
  const problems: Array<Problem> = []
  const manuscript: Manuscript = {
    text: sources(text),
    bibliography: [],
    assets: new Map(),
    csl: undefined,
    template: {
      id: 'x',
      name: 'X',
      style: 'apa',
      numberSections: false,
      rules: new Map(),
      settings: {},
      sources: [],
      files: new Map()
    },
    ...more
  }
  const draft = await parse(manuscript, (problem) => void problems.push(problem))
  const told = problems.map(
    ({place, reason}) => `${place?.file}:${place?.start?.line}:${place?.start?.column} ${reason}`
  )
  return {draft, told, problems}
}

const paper = (text: string) => parsed({'paper.md': text})

describe('parse', () => {
  it('puts text and metadata together', async () => {
    const {draft, told} = await paper('---\ntitle: A *fine* title\n---\n\nThe text.\n')
    expect(told).toEqual([])
    expect(textOf([...draft.meta.title])).toBe('A fine title')
    expect(textOf(draft.body)).toBe('The text.')
  })

  it('places the markup of the front matter in the file', async () => {
    const text = '---\ntitle: "A *fine* title"\nabstract: |\n  One line.\n\n    Two *lines*.\n...\nText.\n'
    const {draft} = await paper(text)
    const lines = text.split('\n')
    const [, fine] = draft.meta.title
    const abstract = draft.meta.abstract?.children[0]
    expect(placeOf(fine)).toMatchObject({file: 'paper.md', start: {line: 2, column: 11}})
    expect(placeOf(abstract)).toMatchObject({file: 'paper.md', start: {line: 4, column: 3}})
    expect(placeOf(draft.meta.abstract?.children[1])?.start).toEqual({line: 6, column: 5})
    expect(lines[1]?.slice(10, 16)).toBe('*fine*')
    expect(placeOf(draft.body.children[0])?.start).toEqual({line: 8, column: 1})
  })

  it('places the whole front matter, or where it should be', async () => {
    expect((await paper('---\ntitle: A\n---\nText')).draft.meta.places.get('')).toEqual({
      file: 'paper.md',
      start: {line: 1, column: 1},
      end: {line: 3, column: 4}
    })
    expect((await paper('Text')).draft.meta.places.get('')?.start).toEqual({line: 1, column: 1})
  })

  it('reads several files as one article', async () => {
    const {draft} = await parsed({'a.md': '---\ntitle: A\n---\nOne.\n', 'b/c.md': 'Two.\n'})
    expect(draft.body.children.map((node) => placeOf(node)?.file)).toEqual(['a.md', 'b/c.md'])
  })

  it('says that front matter of later files is not read', async () => {
    const {draft, told} = await parsed({'a.md': '---\ntitle: A\n---\nOne.\n', 'b.md': '---\ntitle: B\n---\nTwo.\n'})
    expect([textOf([...draft.meta.title]), textOf(draft.body)]).toEqual(['A', 'One.\nTwo.'])
    expect(told).toEqual(['b.md:1:1 Unexpected front matter in `b.md`, expected it in the first file alone'])
  })

  it('reads metadata files beneath the front matter', async () => {
    const metadata = sources({'metadata.yaml': 'title: B\nauthor: C D\nlanguge: uz'})
    const {draft, told} = await parsed({'a.md': '---\ntitle: A\n---\nOne.\n'}, {metadata})
    expect([textOf([...draft.meta.title]), draft.meta.authors.length]).toEqual(['A', 1])
    expect(told).toEqual(['metadata.yaml:3:1 Unexpected field `languge`'])
  })

  it('reads what a MyST project says', async () => {
    const metadata = sources({'myst.yml': 'version: 1\nproject:\n  title: B\nsite: {template: x}'})
    const {draft, told} = await parsed({'a.md': 'One.'}, {metadata})
    expect(told).toEqual([])
    expect([textOf([...draft.meta.title]), draft.meta.publication.version]).toEqual(['B', undefined])
  })

  it.each([
    ['---\ntitle: A\ntitel: B\n---\nText', 'front-matter-known', 'warning', 'paper.md:3:1 Unexpected field `titel`'],
    [
      '---\ntitle: A\ndate: [1]\n---\nText',
      'front-matter-type',
      'error',
      'paper.md:3:7 Unexpected list as `date`, expected text'
    ],
    [
      '---\ntitle: A: B\n---\nText',
      'yaml-valid',
      'error',
      'paper.md:2:8 Unexpected colon in text, expected quotes around the text'
    ],
    ['---\ntitle: A\ntitle: B\n---\nText', 'yaml-valid', 'error', 'paper.md:3:1 Unexpected second `title`'],
    [
      '---\n- A\n---\nText',
      'yaml-valid',
      'error',
      'paper.md:2:1 Unexpected list as front matter, expected fields such as `title: …`'
    ],
    [
      '---\ntitle: A\n\nText',
      'yaml-valid',
      'error',
      'paper.md:1:1 Unexpected end of the file, expected `---` to close the front matter'
    ]
  ])('%j is reported', async (text, id, severity, line) => {
    const {told, problems} = await paper(text)
    expect(told).toEqual([line])
    expect(problems[0]).toMatchObject({id, severity})
  })

  it('reads on after an error', async () => {
    const {draft} = await paper('---\ntitle: A: B\nkeywords: [c]\n---\nText')
    expect([textOf([...draft.meta.title]), draft.meta.keywords, textOf(draft.body)]).toEqual(['A: B', ['c'], 'Text'])
  })

  it('survives a huge abstract', async () => {
    const begun = performance.now()
    const {draft} = await paper(`---\nabstract: |\n  ${'word '.repeat(200_000)}\n---\nText`)
    expect(draft.meta.abstract?.children).toHaveLength(1)
    expect(performance.now() - begun).toBeLessThan(20_000)
  })
})

describe('a section headed Abstract', () => {
  const section = '## Abstract {.page}\n\nOne.\n\n### Aim\n\nTwo.\n\n## Introduction\n\nThree.\n'

  it('is the abstract', async () => {
    const {draft} = await paper(`---\ntitle: A\n---\n${section}`)
    expect(textOf(draft.meta.abstract ?? [])).toBe('One.\nAim\nTwo.')
    expect(draft.meta.abstract?.children.map(({type}) => type)).toEqual(['paragraph', 'paragraph', 'paragraph'])
    expect(textOf(draft.body)).toBe('Introduction\nThree.')
  })

  it('may be headed in the language of the article', async () => {
    const {draft} = await paper('---\nlang: ru\n---\n# Аннотация\n\nОдин.\n\n# Введение\n\nДва.')
    expect(textOf(draft.meta.abstract ?? [])).toBe('Один.')
  })

  it('stays where the front matter has one', async () => {
    const {draft} = await paper(`---\nabstract: Own.\n---\n${section}`)
    expect(textOf(draft.meta.abstract ?? [])).toBe('Own.')
    expect(draft.body.children).toHaveLength(6)
  })

  it('stays where nothing is in it', async () => {
    const {draft} = await paper('# Abstract\n\n# Introduction\n\nText.')
    expect(draft.meta.abstract).toBeUndefined()
    expect(draft.body.children).toHaveLength(3)
  })
})

describe('references by DOI', () => {
  it('come from the lock file', async () => {
    const [lock] = sources({
      'references.lock.json':
        '{"references": {"10.1000/182": {"csl": {"type": "book", "title": "T"}, "fetched": "x", "sha256": "y"}}}'
    })
    const {draft} = await parsed({'paper.md': 'Text.'}, {lock})
    expect([...draft.library.keys()]).toEqual(['doi:10.1000/182'])
  })
})
