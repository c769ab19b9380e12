import {words} from './words.ts'

/** Draws a whole number below another. */
export type Draw = (below: number) => number

/** The minimal standard generator (Park and Miller, 1988). */
export function chance(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

/** The n-th citation of so many references: the first ones name each of them once. */
export function citation(number: number, references: number, draw: Draw): string {
  const one = (n: number) => `@r${n}${draw(5) === 0 ? `, p. ${1 + draw(300)}` : ''}`
  const first = one(number <= references ? number : 1 + draw(references))
  return draw(3) === 0 ? `[${first}; ${one(1 + draw(references))}]` : `[${first}]`
}

/** An entry of BibTeX: one in four is a book, the rest are articles. */
export function reference(n: number, draw: Draw): string {
  const author = () => `${capital(pick(words, draw))}, ${capital(pick(words, draw))} ${'ABCDEFGH'[draw(8)]}.`
  const authors = range(1 + draw(5))
    .map(author)
    .join(' and ')
  const [year, pages] = [1970 + draw(55), 1 + draw(400)]
  const common = `  author = {${authors}},\n  title = {${title(draw, 8)}},\n  year = {${year}}`
  if (draw(4) === 0)
    return `@book{r${n},\n${common},\n  publisher = {${title(draw, 2)} Press},\n  address = {London}\n}\n`
  const where = `  journal = {${title(draw, 4)}},\n  volume = {${1 + draw(80)}},\n  number = {${1 + draw(12)}}`
  return `@article{r${n},\n${common},\n${where},\n  pages = {${pages}--${pages + 14}},\n  doi = {10.5555/example.${n}}\n}\n`
}

/** So many words. */
export function sentence(draw: Draw, length: number): string {
  return `${capital(
    range(length)
      .map(() => pick(words, draw))
      .join(' ')
  )}.`
}

/** So many words without a stop. */
export function title(draw: Draw, length: number): string {
  return capital(
    range(length)
      .map(() => pick(words, draw))
      .join(' ')
  )
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** One of a list. */
export function pick(list: ReadonlyArray<string>, draw: Draw): string {
  return list[draw(list.length)] ?? ''
}

/** The numbers from 1 to another. */
export function range(length: number): ReadonlyArray<number> {
  return Array.from({length}, (_, index) => index + 1)
}
