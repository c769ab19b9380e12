import {readFileSync} from 'node:fs'
import {decoded} from '../../src/render/pdf/entities.ts'
import {lostRuns} from '../../test/corpus/lost.ts'
import {within} from './blocks.ts'
import type {Scene} from './fragments.ts'
import type {Measure} from './measure.ts'
import {none} from './measure.ts'

/** Parts of a page that are not read as running text: formulas have no words, lists of contents have other
 * numbers, and what leads back to the text is for screens. */
const unread =
  /<(head|style|script|math|nav|svg)\b[\s\S]*?<\/\1>|<a class="back"[\s\S]*?<\/a>|<h2 id="notes-label">.*?<\/h2>/g
const inline = /<\/?(?:a|abbr|b|cite|code|del|em|i|q|span|strong|sub|sup)(?:\s[^<>]*)?>/g

/** Characters of a run that is looked for without its spaces. */
const shortest = 6

/** So many words in a row are not found by chance. */
const manyWords = 5

/** Words of a text, such as that of the same article as HTML, which the PDF lacks in the order of its tags. */
export function measureWords(scene: Scene, path: string): Measure {
  const set = setIn(scene)
  const whole = set.join('')
  const lost = lostRuns(writtenIn(readFileSync(path, 'utf8')), set)
  // What is divided elsewhere, such as an address at the end of a line, is there nevertheless; many words that are not stand elsewhere.
  const spaced = set.join(' ')
  const isMoved = (run: string) => run.split(' ').length >= manyWords && spaced.includes(run)
  const isThere = (run: string) => run.length >= shortest && whole.includes(run.replaceAll(' ', ''))
  const missing = lost.filter((run) => !isThere(run) || isMoved(run))
  return none('P27', 'words that are not in the PDF, in order', missing)
}

function writtenIn(source: string): ReadonlyArray<string> {
  const main = /<main\b[\s\S]*<\/main>/.exec(source)?.[0]
  if (main === undefined) return wordsOf(source)
  return wordsOf(
    decoded(
      main
        .replace(unread, ' ')
        .replace(inline, '')
        .replace(/<[^<>]*>/g, ' ')
    )
  )
}

/** What the tags say in their order, a line that ends in a hyphen joined to the next. */
function setIn({blocks}: Scene): ReadonlyArray<string> {
  const read = blocks.filter((block) => !within(block, 'TOC'))
  const texts = read.flatMap((block) => block.texts.map((text) => ({...text, block}))).filter((text) => !text.inFormula)
  const inOrder = texts.sort((one, next) => one.order - next.order)
  const parts = inOrder.map((text, index) => {
    const before = inOrder[index - 1]
    if (before?.block !== text.block) return `\n${text.text}`
    const isNewLine = text.y - before.y > before.size / 2 || before.y - text.y > 3 * before.size
    return isNewLine ? `\0${text.text}` : text.text
  })
  return wordsOf(parts.join('').replace(/[-\u2010]?\0/g, ''))
}

/** Hyphens are no part of words: those at the ends of lines may be the author's own. */
function wordsOf(text: string): ReadonlyArray<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}])[-\u2010\u2011\u00ad]+(?=[\p{L}\p{N}])/gu, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
