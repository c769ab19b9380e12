import {measure} from './document.ts'
import type {Line} from './lines.ts'
import {linesOf} from './lines.ts'
import type {Measure} from './measure.ts'
import {run} from './tool.ts'

/** Of the widest lines, those within this many points of the edge are full. */
const edge = 1.5

/** What a reader sees of the page: how long lines are, how they end, how wide their spaces are. */
export function measureText(path: string): ReadonlyArray<Measure> {
  const read = run('pdftotext', ['-bbox-layout', path, '-'])
  if (read === undefined) return [measure('T1', 'lines', undefined, '', undefined)]
  const {pages, lines} = linesOf(read.text)
  const full = fullLines(lines)
  const long = median(full.map(length))
  const loose = looseShare(full)
  const ladder = longestLadder(lines)
  const across = hyphensAcross(lines, pages)
  const blank = Array.from({length: pages}, (_, index) => index + 1).filter(
    (page) => !lines.some((line) => line.page === page)
  )
  const last = lines.filter(({page}) => page === pages).length
  const folios = Array.from({length: pages}, (_, index) => folioOf(lines, index + 1))
  const ordered = folios.every(
    (folio, index) => folio !== undefined && (index === 0 || folio === (folios[index - 1] ?? 0) + 1)
  )
  return [
    measure('P28', 'blank pages', blank.join(', ') || 'none', 'none', blank.length === 0),
    measure('P28', 'lines on the last page', String(last), 'at least 5', last >= 5),
    measure('T1', 'characters in a full line, median', String(long), '55 to 75', long >= 55 && long <= 75),
    measure('T3', 'loose lines', `${(100 * loose).toFixed(1)} %`, 'at most 2 %', loose <= 0.02),
    measure('T3', 'hyphens in a row', String(ladder), 'at most 2', ladder <= 2),
    measure('T3', 'hyphens across pages', String(across), '0', across === 0),
    measure('T8', 'pages numbered in order', ordered ? 'yes' : 'no', 'yes', ordered)
  ]
}

function length({words}: Line): number {
  return words.reduce((sum, {text}) => sum + text.length + 1, -1)
}

/** Lines of the running text that reach both edges. */
function fullLines(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const left = mode(lines.map((line) => Math.round(line.left)))
  const right = mode(lines.filter((line) => Math.abs(line.left - left) < edge).map((line) => Math.round(line.right)))
  const height = mode(lines.map((line) => Math.round(line.bottom - line.top)))
  return lines.filter(
    (line) =>
      Math.abs(line.left - left) < edge &&
      Math.abs(line.right - right) < edge &&
      Math.abs(line.bottom - line.top - height) < edge
  )
}

/** The share of lines whose spaces are more than twice as wide as the median. */
function looseShare(lines: ReadonlyArray<Line>): number {
  const gaps = lines.map(gapOf).filter((gap) => gap > 0)
  const usual = median(gaps)
  return gaps.length === 0 ? 0 : gaps.filter((gap) => gap > 2 * usual).length / gaps.length
}

function gapOf({words}: Line): number {
  const gaps = words.slice(1).map(({left}, index) => left - (words[index]?.right ?? left))
  return gaps.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
}

function endsInHyphen({words}: Line): boolean {
  return /\p{L}[-\u2010]$/u.test(words.at(-1)?.text ?? '')
}

function longestLadder(lines: ReadonlyArray<Line>): number {
  let longest = 0
  let count = 0
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const follows =
      before !== undefined && before.page === line.page && line.top - before.bottom < line.bottom - line.top
    count = endsInHyphen(line) ? (follows ? count + 1 : 1) : 0
    longest = Math.max(longest, count)
  }
  return longest
}

/** Pages, but the last, on which the lowest full line of the running text ends in a hyphen. */
function hyphensAcross(lines: ReadonlyArray<Line>, pages: number): number {
  const full = fullLines(lines)
  const lowest = Array.from({length: Math.max(0, pages - 1)}, (_, index) =>
    full.findLast(({page}) => page === index + 1)
  )
  return lowest.filter((line) => line !== undefined && endsInHyphen(line)).length
}

/** The number that stands alone on the lowest or the highest line. */
function folioOf(lines: ReadonlyArray<Line>, page: number): number | undefined {
  const here = lines.filter((line) => line.page === page)
  for (const line of [here.at(-1), here[0]]) {
    const [word, ...others] = line?.words ?? []
    if (word !== undefined && others.length === 0 && /^\d+$/.test(word.text)) return Number(word.text)
  }
  return undefined
}

function median(numbers: ReadonlyArray<number>): number {
  return numbers.toSorted((one, next) => one - next)[Math.floor(numbers.length / 2)] ?? 0
}

function mode(numbers: ReadonlyArray<number>): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, next]) => next - one)[0]?.[0] ?? 0
}
