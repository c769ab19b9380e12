import {grouped, within} from './blocks.ts'
import type {Scene, SetBlock, TextLine} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, measure, none} from './measure.ts'
import {where} from './paragraphs.ts'

/** Lines of two columns that stand beside each other are as high, to this many points. */
const drift = 0.5

/** Two columns: whether they end together, whether the title spans both, and whether their lines stand beside each other. */
export function measureGrid({blocks, columns, pages}: Scene): ReadonlyArray<Measure> {
  if (columns.count < 2) {
    return [absent('T10', 'columns', 'one'), absent('T11', 'lines beside those of the other column', 'one column')]
  }
  const text = blocks.filter((block) => !within(block, 'Note', 'Table', 'Figure', 'Caption'))
  const leading = leadingOf(bodyOf(text))
  const [first, second] = [0, 1].map((column) => columnOf(blocks, pages, column))
  const apart = (footOf(second) - footOf(first)) / leading
  const most = Math.max(2, apart > 0 ? headOf(second) : endOf(first)) + 0.5
  const off = offGrid(text, leading)
  const title = blocks.find(isHeading)
  return [
    measure('T10', 'columns', 'two', '', true),
    none('T10', 'lines beside the title', title === undefined ? [] : beside(title, blocks).map(where)),
    measure(
      'T10',
      'lines by which one column of the last page is longer',
      Math.abs(apart).toFixed(1),
      'at most 2, or as what is not divided between them',
      Math.abs(apart) <= most
    ),
    measure('T11', 'lines off those of the other column', said(off), '0.0 %', off.share < 0.0005)
  ]
}

/** What is as high as the title, which spans both columns. */
function beside(title: SetBlock, blocks: ReadonlyArray<SetBlock>): ReadonlyArray<TextLine> {
  const others = blocks.filter((block) => block !== title).flatMap(({lines}) => lines)
  return others.filter(({page, y}) =>
    title.lines.some((line) => line.page === page && Math.abs(line.y - y) < line.size / 2)
  )
}

function isHeading({path}: SetBlock): boolean {
  return /^H\d?$/.test(path.at(-1) ?? '')
}

/** A block's lines in one column. */
interface Part {
  readonly block: SetBlock
  readonly lines: ReadonlyArray<TextLine>
}

/** What stands in a column of the last page, from top to bottom; notes apart. */
function columnOf(blocks: ReadonlyArray<SetBlock>, page: number, column: number): ReadonlyArray<Part> {
  return blocks
    .filter((block) => !within(block, 'Note'))
    .map((block) => ({block, lines: block.lines.filter((line) => line.page === page && line.column === column)}))
    .filter(({lines}) => lines.length > 0)
    .toSorted((one, next) => (one.lines[0]?.y ?? 0) - (next.lines[0]?.y ?? 0))
}

/** The baseline of a column's last line; of its first were it empty, as far as is known. */
function footOf(parts: ReadonlyArray<Part> | undefined): number {
  return Math.max(topOfPage, ...(parts ?? []).flatMap(({lines}) => lines.map(({y}) => y)))
}

/** Where the first lines of pages are about, in points. */
const topOfPage = 72

/** Fewest lines before and after a break. */
const fewest = 3

/** How many lines at the head of a column are not divided: headings and the first lines below them, or a short paragraph. */
function headOf(parts: ReadonlyArray<Part> = []): number {
  const below = parts.findIndex(({block}) => !isHeading(block))
  const headings = parts.slice(0, Math.max(0, below))
  // A heading takes more than its lines.
  return headings.reduce((sum, {lines}) => sum + lines.length + 1, 0) + wholeLines(parts[below])
}

/** How many lines at the end of a column are not divided. */
function endOf(parts: ReadonlyArray<Part> = []): number {
  return wholeLines(parts.at(-1))
}

function wholeLines(part: Part | undefined): number {
  const {length = 0} = part?.lines ?? []
  return length < 2 * fewest + 1 ? length : fewest
}

/** From baseline to baseline of most lines of running text. */
function leadingOf(blocks: ReadonlyArray<SetBlock>): number {
  const steps = blocks.flatMap(({lines}) =>
    lines.slice(1).flatMap((line, index) => {
      const before = lines[index]
      const step = line.y - (before?.y ?? line.y)
      return before?.page === line.page && step > 0 ? [Math.round(step * 20) / 20] : []
    })
  )
  const most = mostOf(steps) ?? 1
  // Baselines lie on whole pixels, of which an inch has 96: steps differ where the leading is none.
  const near = steps.filter((step) => Math.abs(step - most) < 0.8)
  return near.length === 0 ? most : near.reduce((sum, step) => sum + step, 0) / near.length
}

function mostOf(values: ReadonlyArray<number>): number | undefined {
  return [...grouped(values, (value) => value)].toSorted(([, one], [, next]) => next.length - one.length)[0]?.[0]
}

/** Lines of running text in the size that most of it has. */
function bodyOf(blocks: ReadonlyArray<SetBlock>): ReadonlyArray<SetBlock> {
  const running = blocks.filter(({path, lines}) => path.at(-1) === 'P' && lines.length > 2)
  const sizeOf = ({size}: TextLine) => Math.round(size * 10)
  const size = mostOf(running.flatMap(({lines}) => lines.map(sizeOf)))
  return running.map((block) => ({...block, lines: block.lines.filter((line) => sizeOf(line) === size)}))
}

interface OffGrid {
  readonly share: number
  readonly lines: ReadonlyArray<TextLine>
}

function said({share, lines}: OffGrid): string {
  const places = lines
    .filter(({page}, index) => lines[index - 1]?.page !== page)
    .slice(0, 4)
    .map(where)
  return [`${(100 * share).toFixed(1)} %`, ...places].join('; ')
}

/** The share of the right column's running lines that no line of the left one, or one line further, stands beside. */
function offGrid(blocks: ReadonlyArray<SetBlock>, leading: number): OffGrid {
  const body = bodyOf(blocks).flatMap(({lines}) => lines.filter((line, index) => !isHigh(line, lines, index, leading)))
  const left = grouped(
    body.filter(({column}) => column === 0),
    ({page}) => page
  )
  const right = body.filter(({column, page}) => column === 1 && left.has(page))
  const off = right.filter((line) => !(left.get(line.page) ?? []).some((other) => isBeside(line, other, leading)))
  return {share: right.length === 0 ? 0 : off.length / right.length, lines: off}
}

/** A formula makes a line higher: its own baseline lies where it can, those of the others where they should. */
function isHigh(line: TextLine, lines: ReadonlyArray<TextLine>, index: number, leading: number): boolean {
  const isFar = (other: TextLine | undefined) => {
    if (other === undefined || other.page !== line.page || other.column !== line.column) return false
    return Math.abs(line.y - other.y) > 1.15 * leading
  }
  return isFar(lines[index - 1]) || isFar(lines[index + 1])
}

function isBeside(line: TextLine, other: TextLine, leading: number): boolean {
  const steps = (line.y - other.y) / leading
  return Math.abs(steps - Math.round(steps)) * leading <= drift
}
