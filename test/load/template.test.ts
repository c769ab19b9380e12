import {describe, expect, it} from 'vitest'
import {template} from '../../src/load/template.ts'
import type {Problem} from '../../src/model/problem.ts'
import type {Template} from '../../src/model/template.ts'
import {memoryFolder} from '../../src/world/memory.ts'

async function read(
  files: Readonly<Record<string, string>>,
  id?: string
): Promise<{found: Template; problems: ReadonlyArray<Problem>; told: ReadonlyArray<string>}> {
  const problems: Array<Problem> = []
  const wish = id === undefined ? undefined : {id, place: {file: 'paper.md', start: {line: 2, column: 11}}}
  const found = await template(memoryFolder('templates', files), wish, (problem) => void problems.push(problem))
  const told = problems.map(
    ({place, reason}) => `${place?.file}:${place?.start?.line}:${place?.start?.column} ${reason}`
  )
  return {found, problems, told}
}

const article = {'article/template.yaml': 'name: Article\n', 'article/page.css': 'a', 'article/article.html': 'a'}

describe('a template', () => {
  it('is read whole', async () => {
    const {found, told} = await read(
      {
        'one/template.yaml': `name: One
about: The first.
style: apa
number-sections: true
rules:
  title-present: error
  figure-has-alt: off
  abstract-length: [warning, {min: 100, max: 250, unit: words}]
settings: {columns: 2, languages: [uz, ru], wide: false}
sources:
  - {url: "https://example.org/rules", checked: 2026-11-22}
`,
        'one/page.css': 'body {}'
      },
      'one'
    )
    expect(told).toEqual([])
    expect(found).toMatchObject({id: 'one', name: 'One', about: 'The first.', style: 'apa', numberSections: true})
    expect([...found.rules]).toEqual([
      ['title-present', 'error'],
      ['figure-has-alt', 'off'],
      ['abstract-length', ['warning', {min: 100, max: 250, unit: 'words'}]]
    ])
    expect(found.settings).toEqual({columns: 2, languages: ['uz', 'ru'], wide: false})
    expect(found.sources).toEqual([{url: 'https://example.org/rules', checked: '2026-11-22'}])
    expect([...found.files.keys()].sort()).toEqual(['page.css', 'template.yaml'])
  })

  it('lies over those it extends', async () => {
    const {found, told} = await read(
      {
        ...article,
        'article/template.yaml':
          'name: Article\nabout: Plain.\nstyle: apa\nrules: {a: error, b: info}\nsettings: {x: 1, y: 1}\n',
        'middle/template.yaml': 'extends: article\nnumber-sections: true\nsettings: {y: 2}\n',
        'middle/article.html': 'm',
        'own/template.yaml': 'name: Own\nextends: middle\nrules: {b: off}\n',
        'own/page.css': 'o'
      },
      'own'
    )
    expect(told).toEqual([])
    expect(found).toMatchObject({id: 'own', name: 'Own', about: undefined, style: 'apa', numberSections: true})
    expect([...found.rules]).toEqual([
      ['a', 'error'],
      ['b', 'off']
    ])
    expect(found.settings).toEqual({x: 1, y: 2})
    const text = (path: string) => new TextDecoder().decode(found.files.get(path))
    expect([text('page.css'), text('article.html')]).toEqual(['o', 'm'])
    expect(found.places?.get('rules.a')).toMatchObject({
      file: 'templates/article/template.yaml',
      start: {line: 4, column: 9}
    })
    expect(found.places?.get('rules.b')).toMatchObject({
      file: 'templates/own/template.yaml',
      start: {line: 3, column: 9}
    })
    expect(found.places?.get('settings.y')?.file).toBe('templates/middle/template.yaml')
  })

  it('is the standard one where none is asked for', async () => {
    expect((await read(article)).found.name).toBe('Article')
  })
})

describe('an unknown template', () => {
  it('is reported with those there are, and the standard one taken', async () => {
    const {found, problems, told} = await read({...article, 'proceedings/template.yaml': 'name: P'}, 'proceding')
    expect(found.id).toBe('article')
    expect(told).toEqual(['paper.md:2:11 Cannot find the template `proceding`'])
    expect(problems[0]).toMatchObject({id: 'template-known', severity: 'error', expected: ['proceedings']})
    expect(problems[0]?.note).toBe('There are `article`, `proceedings`.')
  })

  it.each(['../article', 'article/template.yaml', '__proto__', ''])('may be %j', async (id) => {
    const {found, told} = await read(article, id)
    expect(found.id).toBe('article')
    expect(told).toHaveLength(1)
  })

  it('may be the standard one, in a broken installation', async () => {
    const {found, problems} = await read({})
    expect(found).toMatchObject({id: 'article', style: 'apa'})
    expect(problems.map(({reason, note}) => [reason, note])).toEqual([
      ['Cannot find the template `article`', 'There are none: the installation is not complete.']
    ])
  })
})

describe('a template with an error', () => {
  const at = 'templates/one/template.yaml'
  const rule = '`off`, `error`, `warning` or `info`, or a severity with options: `[error, {max: 250}]`'

  it.each([
    ['name: One\nstlye: apa', [`${at}:2:1 Unexpected field \`stlye\``]],
    ['name: 3', [`${at}:1:1 Unexpected value of \`name\`, expected text`]],
    ['number-sections: often', [`${at}:1:1 Unexpected value of \`number-sections\`, expected true or false`]],
    ['rules:\n  a: fatal', [`${at}:2:3 Unexpected value of \`a\`, expected ${rule}`]],
    ['rules:\n  a: [off, {max: 3}]', [`${at}:2:3 Unexpected value of \`a\`, expected ${rule}`]],
    ['rules: [a, b]', [`${at}:1:1 Unexpected value of \`rules\`, expected settings by rule`]],
    [
      'settings:\n  a: {b: c}',
      [`${at}:2:3 Unexpected value of \`a\`, expected text, a number, true, false or a list of texts`]
    ],
    ['sources:\n  - {url: here, checked: 2026-11-22}', [`${at}:2:6 Unexpected value of \`url\`, expected an address`]],
    ['sources:\n  - {url: "https://example.org"}', [`${at}:2:5 Cannot find \`checked\`, expected it beside the rest`]],
    [
      'sources: [{url: "https://example.org", checked: 1.1.2026}]',
      [`${at}:1:40 Unexpected value of \`checked\`, expected a day, such as \`2026-11-22\``]
    ],
    ['- a list', [`${at}:1:1 Unexpected value of \`template\`, expected fields with values`]],
    ['name: "One', [`${at}:1:7 Cannot find the end of this quotation, expected a closing quotation mark`]],
    ['extends: nothing', [`${at}:1:10 Cannot find the template \`nothing\``]],
    ['extends: one', [`${at}:1:10 Unexpected \`extends: one\`: the template would extend itself`]]
  ])('%j', async (yaml, expected) => {
    const {told, found} = await read({'one/template.yaml': yaml}, 'one')
    expect(told).toEqual(expected)
    expect(found.id).toBe('one')
  })

  it('keeps what is right', async () => {
    const {found, problems} = await read(
      {'one/template.yaml': 'name: One\nrules: {a: error, b: fatal}\nstlye: apa\n'},
      'one'
    )
    expect(found.name).toBe('One')
    expect([...found.rules]).toEqual([['a', 'error']])
    expect(problems.find(({reason}) => reason.includes('stlye'))?.expected).toEqual(['style'])
  })

  it('in a circle of two ends', async () => {
    const {told} = await read({'one/template.yaml': 'extends: two', 'two/template.yaml': 'extends: one'}, 'one')
    expect(told).toEqual([
      'templates/two/template.yaml:1:10 Unexpected `extends: one`: the template would extend itself'
    ])
  })
})
