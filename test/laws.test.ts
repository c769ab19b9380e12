import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Article} from '../src/model/article.ts'
import {textsOf} from '../src/util/texts.ts'
import {walk} from '../src/util/walk.ts'
import {check} from './support/manuscript.ts'

const word = fc.constantFrom(
  'one',
  'Two',
  'uch',
  'тўрт',
  '5',
  '<b>',
  '&',
  '*',
  '_',
  '`',
  '[',
  ']',
  '$',
  '\\',
  '{',
  '}',
  '|'
)
const label = fc.constantFrom('fig:a', 'fig:b', 'tbl:a', 'eq:a', 'sec:a', 'constructor', '__proto__')
const key = fc.constantFrom('a', 'b', 'missing', '__proto__')
const words = fc.array(word, {maxLength: 6}).map((list) => list.join(' '))

const inline = fc.oneof(
  words,
  words.map((text) => `*${text}*`),
  label.map((name) => `@${name}`),
  label.map((name) => `[-@${name}; @fig:a]`),
  key.map((name) => `[see @${name}, pp. 3--5]`),
  key.map((name) => `@${name} [p. 3]`),
  fc.constantFrom('[^n]', '[^m]', '[^none]', '^[inline]', '$x^2$', '$\\frac{', '<em>so</em>', '<script>', '![i](a.png)')
)
const line = fc.array(inline, {maxLength: 4}).map((parts) => parts.join(' '))

const block = fc.oneof(
  line,
  fc
    .tuple(fc.integer({min: 1, max: 6}), line, label)
    .map(([depth, text, id]) => `${'#'.repeat(depth)} ${text} {#${id}}`),
  fc.tuple(fc.integer({min: 1, max: 6}), line).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  fc.tuple(line, label).map(([text, id]) => `![${text}](a.png){#${id}}`),
  label.map((id) => `$$\nx\n$$ {#${id}}`),
  fc.tuple(line, label).map(([text, id]) => `| a | b |\n|---|---|\n| ${text} | 2 |\n\n: ${text} {#${id}}`),
  fc.tuple(fc.constantFrom('n', 'm', 'unused'), line).map(([name, text]) => `[^${name}]: ${text}`),
  line.map((text) => `> ${text}\n> - ${text}`),
  line.map((text) => `::: {.note}\n${text}\n:::`),
  line.map((text) => `\`\`\`{.js #lst:a caption="C"}\n${text}\n\`\`\``),
  fc.string({maxLength: 40})
)

const manuscript = fc
  .tuple(fc.constantFrom('en', 'ru', 'uz', 'tlh', '-'), line, fc.array(block, {maxLength: 12}))
  .map(([language, title, blocks]) => {
    const front = `---\ntitle: ${JSON.stringify(title)}\nlang: ${JSON.stringify(language)}\n---`
    return [front, ...blocks].join('\n\n')
  })

const files = {'references.bib': '@book{a, title={A}, year=2001}\n@book{b, title={B}, author={B, C}}', 'a.png': ''}

function countUp(length: number): ReadonlyArray<string> {
  return Array.from({length}, (_, index) => String(index + 1))
}

function identifiers(article: Article): ReadonlyArray<string> {
  return [...walk(textsOf(article))].flatMap((node) => {
    if (node.type === 'section' || node.type === 'figure') return node.identifier ?? []
    return node.type === 'math' ? (node.data?.identifier ?? []) : []
  })
}

async function hold(property: (markdown: string) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(manuscript, property), {numRuns: 60, seed: 1})
}

describe('whatever the manuscript,', () => {
  it('floats, equations and notes are numbered from 1 to n in reading order', async () => {
    await hold(async (markdown) => {
      const {article} = await check(markdown, {files})
      const nodes = [...walk(textsOf(article))]
      for (const kind of ['figure', 'listing', 'table']) {
        const numbers = nodes.flatMap((node) =>
          node.type === 'figure' && node.kind === kind && node.part === undefined ? (node.number ?? []) : []
        )
        expect(numbers).toEqual(countUp(numbers.length))
      }
      const equations = nodes.flatMap((node) => (node.type === 'math' ? (node.data?.number ?? []) : []))
      expect(equations).toEqual(countUp(equations.length))
      expect(article.notes.map(({number}) => String(number))).toEqual(countUp(article.notes.length))
    })
  })

  it('identifiers are unique', async () => {
    await hold(async (markdown) => {
      const {article} = await check(markdown, {files})
      const found = identifiers(article)
      expect(new Set(found).size).toBe(found.length)
    })
  })

  it('problems speak as problems do, and have a place in the text', async () => {
    await hold(async (markdown) => {
      const {problems} = await check(markdown, {files})
      for (const {reason, place, id} of problems) {
        expect(reason).toMatch(/^(Cannot|Unexpected) /)
        expect(place?.file, `${id}: ${reason}`).toBeDefined()
      }
    })
  })

  it('nothing is left unresolved without a word about it', async () => {
    await hold(async (markdown) => {
      const {article, problems} = await check(markdown, {files})
      const unresolved = [...walk(article.body)].filter(
        (node) => node.type === 'strong' && node.data?.attributes?.classes.includes('unresolved')
      )
      if (unresolved.length > 0) expect(problems.some(({severity}) => severity === 'error')).toBe(true)
    })
  })

  it('the same manuscript makes the same article', async () => {
    await hold(async (markdown) => {
      expect(await check(markdown, {files})).toEqual(await check(markdown, {files}))
    })
  })
})
