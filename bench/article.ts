import type {Source} from '../src/model/manuscript.ts'
import type {Draw} from './nonsense.ts'
import {chance, citation, pick, range, reference, sentence, title} from './nonsense.ts'
import {words} from './words.ts'

/** What an article holds. */
export interface Size {
  /** Of some hundred words each. */
  readonly paragraphs: number
  readonly sections: number
  readonly references: number
  readonly citations: number
  readonly figures: number
  /** In the text, to figures. */
  readonly mentions: number
  readonly tables: number
  readonly equations: number
  readonly notes: number
}

/** A typical article of a journal, of some 8,000 words. */
const typical: Size = {
  paragraphs: 80,
  sections: 8,
  references: 60,
  citations: 150,
  figures: 12,
  mentions: 0,
  tables: 6,
  equations: 40,
  notes: 20
}

/** The same article each time: nonsense of the size and build of a typical one, unless another size is asked for. */
export function article(size: Size = typical): ReadonlyArray<Source> {
  const encoder = new TextEncoder()
  const draw = chance(8000)
  const figures = range(size.figures).map((n): [string, string] => [`figures/f${n}.svg`, figure(n, draw)])
  const files: ReadonlyArray<[string, string]> = [
    ['paper.md', text(size, draw)],
    [
      'references.bib',
      range(size.references)
        .map((n) => reference(n, draw))
        .join('\n')
    ],
    ...figures
  ]
  return files.map(([path, content]) => ({path, bytes: encoder.encode(content)}))
}

function text(size: Size, draw: Draw): string {
  const body = range(size.paragraphs).flatMap((n) => {
    const start = n % (size.paragraphs / size.sections) === 1 ? [`# ${title(draw, 3)}\n`] : []
    return [...start, paragraph(n, size, draw), ...besides(n, size, draw)]
  })
  const notes = range(size.notes).map((n) => `[^n${n}]: ${sentence(draw, 14)}\n`)
  return [front(draw), ...body, ...notes, '# References {.unnumbered}\n\n::: {#refs}\n:::\n'].join('\n')
}

function front(draw: Draw): string {
  const abstract = range(8).map(() => sentence(draw, 22))
  return `---
title: ${title(draw, 9)}
author:
  - name: Ada Example
    affiliation: [1]
  - name: Bela Sample
    affiliation: [1]
affiliations:
  - id: 1
    name: Example University
lang: en-GB
abstract: |
  ${abstract.join('\n  ')}
keywords: [${range(5)
    .map(() => pick(words, draw))
    .join(', ')}]
bibliography: references.bib
csl: apa
---
`
}

/** A paragraph with its share of citations, formulas and calls of notes. */
function paragraph(n: number, size: Size, draw: Draw): string {
  const of = size.paragraphs
  const sentences = range(5).map(() => sentence(draw, 18))
  const cited = share(size.citations, n, of).map((number, index) =>
    sentences[index % 5]?.replace(/\.$/, ` ${citation(number, size.references, draw)}.`)
  )
  const rest = sentences.slice(cited.length)
  const formulas = share(size.equations - size.equations / 2, n, of).map(() => `Here $${formula(draw)}$ holds.`)
  const calls = share(size.notes, n, of).map((index) => `${sentence(draw, 6)}[^n${index}]`)
  const mentions = share(size.mentions, n, of).map((index) => `See @fig:f${((index - 1) % size.figures) + 1}.`)
  return `${[...cited, ...rest, ...formulas, ...calls, ...mentions].join(' ')}\n`
}

/** What stands between paragraphs. */
function besides(n: number, size: Size, draw: Draw): ReadonlyArray<string> {
  const of = size.paragraphs
  const labelled = (index: number) => (size.mentions > 0 ? `#fig:f${index} ` : '')
  return [
    ...share(size.equations / 2, n, of).map(() => `$$\n${formula(draw)} + ${formula(draw)}\n$$\n`),
    ...share(size.figures, n, of).map(
      (index) => `![${sentence(draw, 12)}](figures/f${index}.svg){${labelled(index)}alt="${title(draw, 6)}"}\n`
    ),
    ...share(size.tables, n, of).map(() => table(draw))
  ]
}

/** Which of so many things fall to the n-th of so many places. */
function share(things: number, n: number, of: number): ReadonlyArray<number> {
  const [from, to] = [Math.floor(((n - 1) * things) / of), Math.floor((n * things) / of)]
  return range(to - from).map((index) => from + index)
}

function formula(draw: Draw): string {
  const letters = ['a', 'b', 'x', 'y', '\\alpha', '\\beta', '\\lambda']
  const letter = () => pick(letters, draw)
  return `\\frac{${letter()}_{${draw(9)}}}{${letter()}^2} = \\sum_{i=1}^{n} ${letter()}_i \\sqrt{${letter()}}`
}

function table(draw: Draw): string {
  const row = () => `| ${pick(words, draw)} | ${draw(1000)} | ${draw(100)}.${draw(10)} | ${pick(words, draw)} |`
  return [
    `| Kind | Count | Share | Remark |\n|:--|--:|--:|:--|`,
    ...range(8).map(row),
    '',
    `: ${sentence(draw, 8)}`,
    ''
  ].join('\n')
}

function figure(n: number, draw: Draw): string {
  const points = range(40).map((x) => `${x * 10},${20 + draw(160)}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 410 200" role="img"><title>Figure ${n}</title><polyline fill="none" stroke="#247" stroke-width="2" points="${points.join(' ')}"/></svg>\n`
}
