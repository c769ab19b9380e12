import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {splitBibtex} from '../../../src/parse/bibliography/bibtex/split.ts'
import {read} from './reading.ts'

describe('a malformed entry costs itself at most', () => {
  test('a missing comma', async () => {
    const {library, problems, told} = await read({
      'refs.bib': `@book{ok1, title = {A}}

@book{bad,
  author = {Lee}
  title = {B}
}
@book{ok2, title = {C}}`
    })
    expect(problems.map(({severity}) => severity)).toEqual(['error'])
    expect(told).toEqual(['5:3 Unexpected `title` in entry `bad`, expected `,` or `}`'])
    expect([...library.keys()]).toEqual(['ok1', 'bad', 'ok2'])
    expect(library.get('bad')?.csl['title']).toBe('B')
  })

  test.each([
    ['an unclosed value', '@book{a, title = {A,\n year = 2000\n}\n@book{b, title = {B}}', ['a', 'b']],
    ['an unclosed entry', '@book{a, title = {A},\n@book{b, title = {B}}', ['a', 'b']],
    ['an unclosed quotation', '@book{a, title = "A,\n}\n@book{b, title = {B}}', ['a', 'b']],
    ['an empty key', '@book{, title = {A}}\n@book{b, title = {B}}', ['b']],
    ['no key', '@book{title = {A}}\n@book{b, title = {B}}', ['b']],
    ['no braces', '@book a\n@book{b, title = {B}}', ['b']],
    ['no equals sign', '@book{a, title {A}}\n@book{b, title = {B}}', ['a', 'b']],
    ['the end of the file', '@book{b, title = {B}}\n@book{a, ti', ['b', 'a']]
  ])('%s', async (_, bib, keys) => {
    const {library, told} = await read({'refs.bib': bib})
    expect([...library.keys()]).toEqual(keys)
    expect(told.length).toBeGreaterThan(0)
    expect(library.get('b')?.csl['title']).toBe('B')
  })
})

test('comments, macros and preambles are no entries', async () => {
  const {library, told} = await read({
    'refs.bib': `% write to me@example.org
me@example.org
@comment{
@article{hidden, title = {H}}
}
@preamble{"\\newcommand{\\x}{y}"}
@string{j = "Journal"} @STRING(k = " of " # {Things})
\uFEFF@article{a, % a comment
  journal = J # k, month = jan}`
  })
  expect([...library.keys()]).toEqual(['a'])
  expect(library.get('a')?.csl['container-title']).toBe('Journal of Things')
  expect(told).toEqual([])
})

test('a second field and a second entry of a name are told, the first holds', async () => {
  const {library, problems} = await read({
    'refs.bib': '@book{a, title = {A},\n  title = {B}}\n@book{a, title = {C}}',
    'more.bib': '@book{a, title = {D}}'
  })
  expect(library.get('a')?.csl['title']).toBe('A')
  expect(library.get('a')?.duplicates.map(({file, start}) => `${file}:${start?.line}`)).toEqual([
    'refs.bib:3',
    'more.bib:1'
  ])
  expect(problems.map(({reason, cause}) => [reason, cause?.start?.line])).toEqual([
    ['Unexpected second `title` in entry `a`', 1]
  ])
})

test('an entry and its fields know their places', async () => {
  const {library} = await read({'refs.bib': '\n@book{a,\n  title = {A}\n}'})
  expect(library.get('a')?.place).toEqual({file: 'refs.bib', start: {line: 2, column: 1}, end: {line: 4, column: 2}})
  expect(library.get('a')?.places?.get('title')?.start).toEqual({line: 3, column: 3})
})

describe('hostile files', () => {
  test.each([
    ['entries without end', '@article{'.repeat(200_000)],
    ['values without end', '@article{a,\n x = {\n'.repeat(5000)],
    ['comments without end', '@comment{\n'.repeat(100_000)],
    ['braces', `@article{a, title = ${'{'.repeat(10_000)}x${'}'.repeat(10_000)}}`],
    ['braces not closed', `@article{a, title = ${'{'.repeat(10_000)}`],
    ['macros that double', `@string{a = "aaaaaaaaaa"}\n${'@string{a = a # a}\n'.repeat(60)}@book{b, title = a}`],
    [
      'macros',
      `${Array.from({length: 8000}, (_, i) => `@string{m${i} = "M${i}"}`).join('\n')}\n@book{a, title = m7999}`
    ],
    ['accents', `@book{a, title = {${"\\'".repeat(50_000)}}}`],
    ['commands in commands', `@book{a, title = {${'\\emph{'.repeat(50_000)}}}`],
    ['dollars', `@book{a, title = {${'\\('.repeat(50_000)}}}`],
    ['switches', `@book{a, title = {${'\\em '.repeat(50_000)}}}`],
    ['spaces', `@book{a, author = {${' '.repeat(100_000)}and${'\t'.repeat(100_000)}b}}`],
    ['names', `@book{a, author = {${'a and '.repeat(20_000)}b}}`],
    ['commas', `@book{a, author = {${','.repeat(100_000)}}}`],
    ['control characters', '@book{a\u0000b, title = {\u0001\uE0000\uE001\u001B}}'],
    ['keys of objects', '@book{__proto__, __proto__ = {x}, constructor = {y}}\n@book{constructor, title = {T}}']
  ])('%s', async (_, bib) => {
    const begin = performance.now()
    const {library} = await read({'refs.bib': bib})
    expect(performance.now() - begin).toBeLessThan(5000)
    for (const {csl} of library.values()) expect(JSON.stringify(csl).length).toBeLessThan(2_500_000)
  })

  test('ten megabytes', () => {
    const entry = (i: number) =>
      `@article{k${i}, author = {Lee, Bo}, title = {Title ${i}}, journal = {J}, year = 2000}\n`
    const text = Array.from({length: 120_000}, (_, i) => entry(i)).join('')
    const begin = performance.now()
    expect(splitBibtex('big.bib', text, () => undefined)).toHaveLength(120_000)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  test('keys of objects are keys', async () => {
    const {library} = await read({'refs.bib': '@book{__proto__, title = {P}}\n@book{constructor, title = {C}}'})
    expect(library.get('__proto__')?.csl['title']).toBe('P')
    expect(library.get('constructor')?.csl['title']).toBe('C')
  })
})

describe('any file', () => {
  const piece = fc.constantFrom(
    ...'@ { } ( ) " , = # % \\ \n a title author year {x} "y" 2000 @book{a, @comment{ @string{s="t"} and $ \\" \\em ~ --'.split(
      ' '
    ),
    ' '
  )

  test('is read to its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string({unit: 'grapheme', maxLength: 5})), {maxLength: 60}),
        async (pieces) => {
          await read({'refs.bib': pieces.join('')})
        }
      ),
      {numRuns: 500}
    )
  })

  test('has each of its entries read or told', async () => {
    const value = fc.array(piece, {maxLength: 6}).map((pieces) => pieces.join(' ').replaceAll('@', ''))
    const entry = fc.record({title: value, author: value, year: value})
    await fc.assert(
      fc.asyncProperty(fc.array(entry, {maxLength: 6}), async (entries) => {
        const text = entries
          .map(
            ({title, author, year}, index) =>
              `@book{k${index},\n author = {${author}},\n title = {${title}},\n year = {${year}}\n}\n`
          )
          .join('')
        const {library, told} = await read({'refs.bib': text})
        for (const index of entries.keys())
          expect(library.has(`k${index}`) || told.some((reason) => reason.includes(`\`k${index}\``))).toBe(true)
      }),
      {numRuns: 300}
    )
  })
})
