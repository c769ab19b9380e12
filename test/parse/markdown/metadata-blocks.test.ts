import {expect, it} from 'vitest'
import {textOf} from '../../../src/util/text.ts'
import {articleOf, problemsOf} from '../../support/manuscript.ts'

const front = '---\ntitle: T\nauthor: A B\nabstract: C\nkeywords: [d, e]\n---\n\n'

async function readingOf(text: string) {
  const problems = await problemsOf(front + text)
  return {
    text: textOf((await articleOf(front + text)).body),
    told: problems.filter((line) => /metadata-first/.test(line))
  }
}

it.each([
  ['between paragraphs', 'One.\n\n---\nlatex:\n  before: x\n---\n\nTwo.', 'One.\nTwo.', 10],
  ['with empty lines, ended by dots', 'One.\n\n---\nabstract: |\n  A\n\n  B\n...\n\nTwo.', 'One.\nTwo.', 10],
  ['at the end', 'One.\n\n---\nkey: value\n---', 'One.', 10]
])('takes metadata out of the text %s, and says where', async (_, typed, expected, line) => {
  const {text, told} = await readingOf(typed)
  expect(text.trim()).toBe(expected)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(new RegExp(`^${line}:1 `))
})

it.each([
  ['a rule, and text behind an empty line', 'One.\n\n---\n\nkey: value\n\n---\n\nTwo.'],
  ['a rule, and a heading', 'One.\n\n---\nTwo words\n---'],
  ['what is never closed', 'One.\n\n---\nkey: value\n\nTwo.'],
  ['quoted', '> ---\n> key: value\n> ---'],
  ['a heading of two lines', 'key: value\n---\nother: value\n---']
])('leaves %s', async (_, typed) => {
  const {text, told} = await readingOf(typed)
  expect(told).toEqual([])
  expect(text.replace(/\W+/g, '')).toBe(typed.replace(/\W+/g, ''))
})
