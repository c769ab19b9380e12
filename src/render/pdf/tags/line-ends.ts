import {contentInOrder} from './content-in-order.ts'
import type {Edit} from './edits.ts'
import type {PageContent, Pages} from './page-contents.ts'
import type {Tag} from './structure.ts'
import type {TextRun} from './text-runs.ts'
import {reaches} from './text-runs.ts'

/** A run with the page it is on. */
interface Placed {
  readonly page: PageContent
  readonly run: TextRun
}

/**
 * The spaces at the ends of lines, which browsers do not paint, so that the tags read “of tides” and not “oftides”.
 * `words` holds what has white space after it in the text, in capitals: a line that ends in anything else ends within a word.
 */
export function spacesAtLineEnds(
  root: Tag | undefined,
  pages: Pages,
  words: ReadonlySet<string>
): ReadonlyMap<PageContent, ReadonlyArray<Edit>> {
  const spaces = new Map<PageContent, Array<Edit>>()
  for (const page of pages.values()) spaces.set(page, [])
  let last: Placed | undefined
  /** The word that is not ended: it may be painted in several runs, on more than one line. */
  let word = ''
  for (const next of textInOrder(root, pages)) {
    if (last !== undefined && next !== undefined && isLineEnd(last, next) && endsWord(last.run, word, words)) {
      spaces.get(last.page)?.push(...spaceAfter(last))
      word = ''
    }
    word = next === undefined ? '' : next.run.isOneWord ? word + next.run.lastWord : next.run.lastWord
    last = next
  }
  return spaces
}

/** What the breaks within an address leave of it may be a word elsewhere in the text. */
const inAddress = /[/=&_?#%~]|\S[.,]\S/

function endsWord({lastWord}: TextRun, word: string, words: ReadonlySet<string>): boolean {
  const isWord = (text: string) => words.has(text.toUpperCase())
  // A lone hyphen ends a line within a word, whatever the text holds elsewhere.
  if (lastWord === '-' || lastWord === '\u2010') return false
  return isWord(word) || (isWord(lastWord) && !inAddress.test(word))
}

function isLineEnd(one: Placed, next: Placed): boolean {
  if (one.page !== next.page) return true
  const isBelow = Math.abs(next.run.y - one.run.y) > 0.7 * Math.max(one.run.size, next.run.size)
  return isBelow && reaches(one.run, next.run.x)
}

/** Runs in the order of the structure tree, which is that of reading; `undefined` where a block begins or ends. */
function* textInOrder(root: Tag | undefined, pages: Pages): Generator<Placed | undefined> {
  for (const content of contentInOrder(root)) {
    const page = content?.page && pages.get(content.page)
    if (content === undefined || page === undefined) yield undefined
    else for (const run of page.runs.get(content.number) ?? []) yield {page, run}
  }
}

/** A space, which leaves no ink: in the run's own font, or in another of the page if that has none. */
function spaceAfter({page: {fonts}, run: {end, font}}: Placed): ReadonlyArray<Edit> {
  if (font.space !== undefined) return [{at: end, text: `<${font.space}> Tj\n`}]
  const [name, other] = [...fonts].find(([, {space}]) => space !== undefined) ?? []
  return other === undefined ? [] : [{at: end, text: `/${name} 1 Tf <${other.space}> Tj\n`}]
}
