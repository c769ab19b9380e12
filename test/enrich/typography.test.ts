import type {Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {quoteMarks} from '../../src/util/quote-marks.ts'
import {terms} from '../../src/util/terms.ts'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'
import {articleOf} from '../support/manuscript.ts'

async function set(text: string, language = 'en', more = ''): Promise<string> {
  const {body} = await articleOf(`---\ntitle: T\nlang: ${language}\n${more}---\n\n${text}\n`)
  return textOf(body)
}

describe('marks as pandoc’s smart has them', () => {
  it.each([
    ['"Hello," she said. \'Yes.\'', '“Hello,” she said. ‘Yes.’'],
    ['"*hi* `"c"`" ("x") ["y"] "z"--a', '“hi "c"” (“x”) [“y”] “z”–a'],
    ["'a \"b\" c' dogs' \"'tis\" 'a'", '‘a “b” c’ dogs’ “’tis” ‘a’'],
    ["It's the '90s: rock 'n' roll, O'Neil", 'It’s the ’90s: rock ‘n’ roll, O’Neil'],
    ['1990--2000 --- and so on... Then.... -----', '1990–2000 — and so on… Then…. -----'],
    ['\\"x\\" \\... 1\\--2 it\\\'s', '"x" ... 1--2 it\'s'],
    ['a "b\nc" d', 'a “b\nc” d'],
    ['6\' 2" tall', '6\' 2" tall']
  ])('%s', async (typed, expected) => {
    expect(await set(typed)).toBe(expected)
  })

  it('opens each paragraph of a quotation, and closes the last', async () => {
    expect(await set('"One.\n\n"Two." End')).toBe('“One.\n“Two.” End')
    expect(await set('and the end of it."')).toBe('and the end of it.”')
  })

  it('leaves code, formulas, addresses and raw text', async () => {
    const typed = 'See <https://example.org/a--b> and `a--b` and $x\'\'$.\n\n```\n"a" -- b...\n```'
    expect(await set(typed)).toBe('See https://example.org/a--b and `a--b` and x\'\'.\n"a" -- b...'.replaceAll('`', ''))
  })

  it('leaves everything as typed with `smart: false`', async () => {
    const typed = '"a" -- b... Figure 2, 5 km'
    expect(await set(typed, 'en', 'smart: false\n')).toBe(typed)
  })

  it('keeps positions, and the identifiers that a heading as typed has', async () => {
    const {body} = await articleOf('# India\'s -- "x"\n\nSee [it](#indias----x).\n')
    const nodes = [...walk(body as Root)]
    expect(nodes.find(({type}) => type === 'section')).toMatchObject({identifier: 'indias----x'})
    expect(nodes.find(({type}) => type === 'text')).toMatchObject({
      value: 'India’s – “x”',
      position: {end: {column: 17}}
    })
  })

  it('sets what stands around the works of a citation', async () => {
    expect(await set('[see "this" @nobody, it\'s]')).toContain('see “this”')
  })
})

describe('marks of languages', () => {
  it.each([
    ['de', '"a \'b\' c"', '„a ‚b‘ c“'],
    ['fr', '"a \'b\' c"', '«\u202Fa “b” c\u202F»'],
    ['ru', '"а \'б\' в"', '«а „б“ в»'],
    ['uz-Cyrl', '"ўзбек"', '«ўзбек»'],
    ['en', 'he said ["да"]{lang=ru}', 'he said «да»'],
    ['en', '::: {lang=de}\n"ja"\n:::', '„ja“'],
    ['sv', '"a"', '”a”']
  ])('%s: %s', async (language, typed, expected) => {
    expect(await set(typed, language)).toBe(expected)
  })

  it('are those that headings are quoted with', () => {
    for (const tag of ['de', 'en', 'es', 'fr', 'it', 'kk', 'pl', 'pt', 'ru', 'tr', 'uk', 'uz', 'uz-cyrl'])
      expect(quoteMarks(tag).outer, tag).toEqual(terms(tag).quotes)
  })
})

describe('the letters of Uzbek', () => {
  it.each([
    ["O'zbekiston tog' va g'oya, ma'no, she'r", 'Oʻzbekiston togʻ va gʻoya, maʼno, sheʼr'],
    ["O'ZBEKISTON, \"o'qish\" 'kitob'", 'OʻZBEKISTON, “oʻqish” ‘kitob’'],
    ["Tim O'Reilly", 'Tim O’Reilly'],
    ["'kino' va", "'kino' va"],
    ['oʻzbek maʼno', 'oʻzbek maʼno']
  ])('%s', async (typed, expected) => {
    expect(await set(typed, 'uz')).toBe(expected)
  })
})

describe('spaces that hold', () => {
  it.each([
    ['en', 'over 5 km in Figure 2, No. 5, 20 %', 'over 5~km in Figure~2, No.~5, 20~%'],
    ['en', 'J. R. R. Tolkien had vitamin C. The', 'J.~R.~R.~Tolkien had vitamin C. The'],
    ['en', 'in 1995 we Figure it', 'in 1995 we Figure it'],
    ['fr', 'Quoi ? « Oui » : non', 'Quoi_? «_Oui_»~: non'],
    ['fr-CH', 'Quoi ? Oui', 'Quoi ? Oui'],
    ['ru', 'Он пошёл в лес и — к реке, рис. 2', 'Он пошёл в~лес и~— к~реке, рис.~2'],
    ['ru', 'на рис. [-@fig:x].', 'на рис.~[?fig:x].'],
    ['en', 'in Fig. $n$ and @x', 'in Fig.~n and [?x]'],
    ['pl', 'w lesie i z nim', 'w~lesie i~z~nim']
  ])('%s: %s', async (language, typed, expected) => {
    expect((await set(typed, language)).replaceAll('\u00A0', '~').replaceAll('\u202F', '_')).toBe(expected)
  })

  it('never add or take a word', async () => {
    const typed = 'A. B. Smith ran 5 km on p. 4 — see Figure 2 ; then'
    for (const language of ['en', 'fr', 'ru', 'cs'])
      expect((await set(typed, language)).split(/\s+/)).toEqual(typed.split(' '))
  })
})

it('takes time in proportion to the text', async () => {
  const marks = `${'"a \'b '.repeat(20_000)} ${'--- '.repeat(20_000)}`
  expect((await set(marks)).length).toBeGreaterThan(100_000)
})
