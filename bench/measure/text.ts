import {grouped} from './blocks.ts'
import type {Columns} from './columns.ts'
import {columnsOf} from './columns.ts'
import type {Line} from './lines.ts'
import {linesOf} from './lines.ts'
import type {Measure} from './measure.ts'
import {absent, measure, none} from './measure.ts'
import {run} from './tool.ts'

/** Of the widest lines, those within this many points of the edge are full. */
const edge = 1.5
/** From fewer lines nothing is concluded on how long they are. */
const fewLines = 20

/** What a reader sees of the page: how long lines are, how they end, how wide their spaces are. */
export function measureText(path: string): ReadonlyArray<Measure> {
  const read = run('pdftotext', ['-bbox-layout', path, '-'])
  if (read === undefined) return [measure('T1', 'lines', undefined, '', undefined)]
  const {pages, lines} = linesOf(read.text)
  const columns = columnsOf(ofUsualHeight(lines))
  const inColumns = Array.from({length: columns.count}, (_, column) =>
    lines.filter((line) => columns.of(line) === column)
  )
  const full = inColumns.flatMap(fullLines)
  const long = median(full.map(length))
  const [least, most] = columns.count > 1 ? [35, 50] : [55, 75]
  const loose = looseLines(full)
  const share = full.length === 0 ? 0 : loose.length / full.length
  const across = hyphensAcross(full, lines, columns)
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
    full.length < fewLines
      ? absent('T1', 'characters in a full line', 'too few full lines to tell')
      : measure(
          'T1',
          'characters in a full line, median',
          String(long),
          `${least} to ${most}`,
          long >= least && long <= most
        ),
    measure(
      'T3',
      'loose lines',
      `${(100 * share).toFixed(1)} % of ${full.length}${loose.length > 0 ? `: ${loose.slice(0, 3).map(nameOf).join('; ')}` : ''}`,
      'at most 2 %, or one',
      share <= 0.02 || loose.length <= 1
    ),
    none('P27', 'lines with stray soft hyphens', lines.filter(hasSoftHyphen).map(nameOf)),
    none('T3', 'lines that are the third in a row to end in a hyphen', inColumns.flatMap(laddersIn).map(nameOf)),
    none('T3', 'hyphens across pages or columns', across.map(nameOf)),
    measure('T8', 'pages numbered in order', ordered ? 'yes' : 'no', 'yes', ordered)
  ]
}

function length({words}: Line): number {
  return words.reduce((sum, {text}) => sum + text.length + 1, -1)
}

/** Lines of one column's running text that reach both edges. */
function fullLines(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const usual = ofUsualHeight(lines)
  const left = mode(usual.map((line) => Math.round(line.left)))
  const right = mode(usual.filter((line) => Math.abs(line.left - left) < edge).map((line) => Math.round(line.right)))
  return usual.filter((line) => Math.abs(line.left - left) < edge && Math.abs(line.right - right) < edge)
}

/** Lines of the size that most have. */
function ofUsualHeight(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const height = mode(lines.map((line) => Math.round(line.bottom - line.top)))
  return lines.filter((line) => Math.abs(line.bottom - line.top - height) < edge)
}

/** Lines whose spaces are more than twice as wide as the median. */
function looseLines(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  const usual = median(lines.map(gapOf).filter((gap) => gap > 0))
  return lines.filter((line) => gapOf(line) > 2 * usual)
}

function nameOf({page, words}: Line): string {
  return `page ${page} “${words
    .slice(0, 3)
    .map(({text}) => text)
    .join(' ')}”`
}

function gapOf({words}: Line): number {
  const gaps = words.slice(1).map(({left}, index) => left - (words[index]?.right ?? left))
  return gaps.length === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
}

function hasSoftHyphen({words}: Line): boolean {
  return words.some(({text}) => text.includes('\u00ad'))
}

function endsInHyphen({words}: Line): boolean {
  return /\p{L}[-\u2010]$/u.test(words.at(-1)?.text ?? '')
}

/** Lines that are the third, or a later one, in a row that ends in a hyphen. */
function laddersIn(lines: ReadonlyArray<Line>): ReadonlyArray<Line> {
  let count = 0
  return lines.filter((line, index) => {
    const before = lines[index - 1]
    const follows =
      before !== undefined && before.page === line.page && line.top - before.bottom < line.bottom - line.top
    count = endsInHyphen(line) ? (follows ? count + 1 : 1) : 0
    return count > 2
  })
}

/** Lines at the foot of a page or column, but the last, that end in a hyphen. */
function hyphensAcross(full: ReadonlyArray<Line>, all: ReadonlyArray<Line>, columns: Columns): ReadonlyArray<Line> {
  const feet = [...grouped(full, (line) => `${line.page}:${columns.of(line)}`).values()].flatMap(
    (lines) => lines.at(-1) ?? []
  )
  return feet.slice(0, -1).filter((line) => endsInHyphen(line) && !all.some((other) => follows(other, line)))
}

/** Whether a line, which may be short, stands right below another. */
function follows(line: Line, above: Line): boolean {
  const height = above.bottom - above.top
  const isBelow = line.top > above.top + height / 2 && line.top - above.bottom < height
  return line.page === above.page && isBelow && line.left < above.right && line.right > above.left
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
