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
