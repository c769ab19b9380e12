import {describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {check, worldOf} from '../support/manuscript.ts'

async function printed(markdown: string, front = ''): Promise<string> {
  const {output} = await build(worldOf(front === '' ? markdown : `---\n${front}\n---\n\n${markdown}`), {to: ['text']})
  return new TextDecoder().decode(output.get('paper.txt')).replaceAll('\u00A0', ' ').trim()
}

async function told(markdown: string): Promise<ReadonlyArray<string>> {
  const {problems} = await check(markdown)
  return problems.map(({id, place}) => `${place?.start?.line}:${place?.start?.column} ${id}`)
}

describe('admonitions without a title', () => {
  test.each([
    ['MyST', ':::{note}\nWords.\n:::', 'Note\n\nWords.'],
    ['MyST', '```{seealso}\nWords.\n```', 'See also\n\nWords.'],
    ['MyST, titled', ':::{note} Own\nWords.\n:::', 'Own\n\nWords.'],
    ['Quarto', '::: {.callout-important}\nWords.\n:::', 'Important\n\nWords.'],
    ['Quarto, titled', '::: {.callout-tip}\n## Own\nWords.\n:::', 'Own\n\nWords.'],
    ['Quarto, titled', '::: {.callout-tip title="Own"}\nWords.\n:::', 'Own\n\nWords.'],
    ['GitHub', '> [!WARNING]\n> Words.', 'Warning\n\nWords.'],
    ['Obsidian', '> [!tip] Own *one*\n> Words.', 'Own one\n\nWords.'],
    ['pandoc, whose division is nobody’s', '::: note\nWords.\n:::', 'Words.'],
    ['a quotation', '> [!other]\n> Words.', '> [!other] Words.']
  ])('%s: %s', async (_, markdown, text) => {
    expect(await printed(markdown)).toBe(text)
  })

  test.each([
    ['de', 'Hinweis'],
    ['es', 'Nota'],
    ['fr', 'Note'],
    ['it', 'Nota'],
    ['pl', 'Adnotacja'],
    ['pt-BR', 'Nota'],
    ['ru', 'Примечание'],
    ['tr', 'Not'],
    ['uk', 'Примітка'],
    // No source has the word.
    ['uz', 'Note'],
    ['kk', 'Note']
  ])('say what they are in %s', async (language, word) => {
    expect(await printed('> [!NOTE]\n> 1', `lang: ${language}`)).toBe(`${word}\n\n1`)
  })

  test('are boxes in every format', async () => {
    const {output} = await build(worldOf('> [!NOTE]\n> Words.'), {to: ['html', 'jats']})
    const read = (path: string) => new TextDecoder().decode(output.get(path))
    expect(read('paper.html')).toContain('<div class="note"><p><strong>Note</strong></p><p>Words.</p></div>')
    expect(read('paper.xml')).toMatch(/<boxed-text[^>]*>.*Note.*<p>Words\.<\/p><\/boxed-text>/)
  })
})

describe('statements', () => {
  test.each([
    [
      'Quarto',
      '::: {#thm-line}\n## Line\n\nWords.\n:::\n\nSee @thm-line.',
      'Theorem 1 (Line). Words.\n\nSee Theorem 1.'
    ],
    ['Quarto', '::: {#exr-a}\nWords.\n:::\n\n@exr-a', 'Exercise 1. Words.\n\nExercise 1'],
    ['Quarto', '::: {.proof}\n## Of it\n\nWords.\n:::', 'Of it. Words.'],
    [
      'MyST',
      ':::{exercise} Easy\n:label: ex-1\nDo.\n:::\n\n:::{solution} ex-1\nDone.\n:::\n\n{ref}`ex-1`, {numref}`ex. %s <ex-1>`',
      'Exercise 1 (Easy). Do.\n\nSolution to Exercise 1. Done.\n\nExercise 1, ex. 1'
    ],
    ['MyST', ':::{prf:lemma} Zorn\n:label: z\nWords.\n:::\n\n{prf:ref}`z`', 'Lemma 1 (Zorn). Words.\n\nLemma 1'],
    ['MyST', ':::{solution}\nDone.\n:::', 'Solution. Done.']
  ])('%s: %s', async (_, markdown, text) => {
    expect(await printed(markdown)).toBe(text)
  })

  test('that solve what is not there are told', async () => {
    expect(await told(':::{solution} gone\nDone.\n:::')).toContain('1:1 label-resolves')
  })
})

describe('what Quarto and MyST put in', () => {
  const front = 'title: My *title*\nversion: {major: 2}\nkeywords: [a, b]\nsubstitutions: {name: "**me**"}'
  test.each([
    ['{{< meta title >}}, {{< meta version.major >}}, {{< meta keywords >}}', 'My title, 2, a, b'],
    ['{{< var org.name >}}', 'Offprint'],
    ['{{ name }} and {{name}}', 'me and me'],
    ['{{< kbd Ctrl-C >}}', 'Ctrl-C'],
    ['{{< video https://example.org/a.mp4 title="A film" >}}', 'A film <https://example.org/a.mp4>'],
    ['{{< meta tilte >}} {{< var no >}} {{ nobody }}', '{{< meta tilte >}} {{< var no >}} {{ nobody }}']
  ])('%s', async (markdown, text) => {
    const files = {'_variables.yml': 'org:\n  name: Offprint\n'}
    const {output} = await build(worldOf(`---\n${front}\n---\n\n§ ${markdown}`, files), {to: ['text']})
    const lines = new TextDecoder().decode(output.get('paper.txt')).split('\n')
    expect(lines.find((line) => line.startsWith('§'))?.slice(2)).toBe(text)
  })

  test('is told where it is not known, with the nearest name', async () => {
    const {problems} = await check('---\ntitle: T\n---\n\nThe {{< meta tilte >}}')
    expect(problems.find(({id}) => id === 'placeholder-filled')).toMatchObject({
      place: {start: {line: 5, column: 5}},
      expected: ['title']
    })
    expect(await told('A {{ b }} {eval}`1 + 1`')).toEqual(
      expect.arrayContaining(['1:3 placeholder-filled', '1:17 role-known'])
    )
  })

  test.each([
    ['::: {.content-visible when-format="html"}\nA.\n:::', 'A.', '1:1 condition-used'],
    ['::: {.content-visible when-format="pdf"}\nA.\n:::\n\nB.', 'B.', '1:1 condition-used'],
    ['::: {.content-hidden when-format="pdf"}\nA.\n:::', 'A.', '1:1 condition-used'],
    ['::: {.content-hidden unless-format="html"}\nA.\n:::', 'A.', '1:1 condition-used'],
    ['B. [A.]{.content-hidden}', 'B.', '1:4 condition-used'],
    ['::: {.content-visible when-profile="advanced"}\nA.\n:::', 'A.', '1:1 condition-used'],
    ['::: {.panel-tabset}\n## One\nA.\n\n### In it\n\n## Two\nB.\n:::', 'One\n\nA.\n\nIn it\n\nTwo\n\nB.', undefined],
    ['::: {.column-margin}\nA.\n:::', 'A.', undefined],
    ['A `{python} x` and `{a} b`.', 'A {python} x and {a} b.', '1:3 cell-run'],
    ['::: {.callout-note collapse="true"}\n## T\nA.\n:::', 'T\n\nA.', undefined]
  ])('%s', async (markdown, text, problem) => {
    expect(await printed(markdown)).toBe(text)
    const found = (await told(markdown)).filter((each) => /cell|condition|directive|placeholder/.test(each))
    expect(found).toEqual(problem === undefined ? [] : [problem])
  })

  test('the tabs of a set are no sections', async () => {
    const {article} = await check('::: {.panel-tabset}\n## One\nA.\n:::')
    expect(JSON.stringify(article.body)).not.toContain('"section"')
  })

  test('terms lead to their glossary', async () => {
    const markdown = 'A {term}`Word`, {term}`words <word>`, {term}`none`.\n\n```{glossary}\nWord\n: Meaning.\n```'
    const {output} = await build(worldOf(markdown), {to: ['html']})
    const html = new TextDecoder().decode(output.get('paper.html'))
    expect(html).toContain('A <a href="#term-word">Word</a>, <a href="#term-word">words</a>, ')
    expect(html).toContain('<dt><span id="term-word">Word</span></dt>')
    expect(await told(markdown)).toContain('1:45 term-known')
  })
})

describe('Manubot', () => {
  test('names works by tags, and its variables stay to be seen', async () => {
    const text = 'A [@tag:x] of {{author_count}}.\n\n[@tag:x]: doi:10.1000/182'
    expect(await printed(text)).toContain('A [?doi:10.1000/182] of {{author_count}}.')
    expect(await told(text)).toContain('1:15 placeholder-filled')
  })
})

describe('Markdown in HTML', () => {
  test.each([
    ['<div class="note">\n*A* [b](https://b.org).\n</div>', 'A b <https://b.org>.'],
    ['<center>\n**A**\n\nB\n</center>', 'A\n\nB'],
    ['> <section>\n> *A*\n> </section>', '> A'],
    ['- <div id="a>b">\n  *A*\n  </div>', '- A'],
    // As CommonMark has it: tags below, code below, nothing below.
    ['<div>\n<p>*A*</p>\n</div>', '*A*'],
    ['<div>\n    <b>A</b>\n</div>', 'A'],
    ['<div>\n\n*A*\n\n</div>', 'A'],
    ['<divided>\n*A*', '*A*']
  ])('is read below a tag alone on its line: %j', async (markdown, text) => {
    expect(await printed(markdown)).toBe(text)
  })

  test('is a figure of figures', async () => {
    const markdown =
      '<div id="fig:s">\n![One](a.png){#fig:a}\n\n![Two](a.png){#fig:b}\n\nBoth.\n</div>\n\n@fig:b, @fig:s'
    expect(await printed(markdown)).toBe('(a) One\n\n(b) Two\n\nFigure 1. Both.\n\nFigure 1b, Figure 1')
  })
})
