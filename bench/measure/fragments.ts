import type {Block} from './blocks.ts'
import {blocksOf, grouped, within} from './blocks.ts'
import type {Columns} from './columns.ts'
import {columnsOf} from './columns.ts'
import type {Painted, PaintedPages} from './painted.ts'

/** A line of a block; points from the page's top left. */
export interface TextLine {
  readonly page: number
  readonly column: number
  readonly left: number
  /** Where its last glyph begins. */
  readonly right: number
  /** Of its baseline. */
  readonly y: number
  readonly size: number
  readonly text: string
}

export interface SetBlock extends Block {
  /** In the order of reading; formulas are part of lines, not lines. */
  readonly lines: ReadonlyArray<TextLine>
}

/** A document as it is tagged and painted. */
export interface Scene extends PaintedPages {
  readonly blocks: ReadonlyArray<SetBlock>
  readonly columns: Columns
  readonly pages: number
}

/** Read a document's blocks and their lines. */
export function sceneOf(pdf: Parameters<typeof blocksOf>[0], pages: PaintedPages): Scene {
  const blocks = blocksOf(pdf, pages.texts)
  const running = blocks.filter((block) => block.path.at(-1) === 'P' && !within(block, 'Table', 'Note'))
  const columns = columnsOf(running.flatMap((block) => linesOf(block, undefined)))
  const lined = blocks.map((block) => ({...block, lines: linesOf(block, columns)}))
  return {...pages, blocks: lined, columns, pages: pdf.getPageCount()}
}

/** Pieces of text whose baselines are as good as the same, without what is raised or lowered, or turned. */
function linesOf({texts: all}: Block, columns: Columns | undefined): ReadonlyArray<TextLine> {
  const texts = all.filter(({turned}) => !turned)
  const largest = Math.max(0, ...texts.filter((text) => !text.inFormula).map(({size}) => size))
  const shown = texts.filter(({text}) => text.trim() !== '')
  const plain = shown.filter(({size, inFormula}) => !inFormula && size > 0.85 * largest)
  return [...grouped(plain, ({page}) => page).values()].flatMap((here) => {
    const rows: Array<Array<Painted>> = []
    for (const text of here.toSorted((one, next) => one.y - next.y)) {
      const row = rows.at(-1)
      if (row?.[0] !== undefined && text.y - row[0].y < 0.4 * largest) row.push(text)
      else rows.push([text])
    }
    return rows.flatMap((row) => lineIn(row, texts, columns)).sort((one, next) => one.column - next.column)
  })
}

/** The lines of one height: two where the gutter lies between them, one where a line goes over it. */
function lineIn(row: ReadonlyArray<Painted>, all: Block['texts'], columns: Columns | undefined): Array<TextLine> {
  const columnOf = ({page, x, lastX}: Painted) => columns?.of({page, left: x, right: lastX}) ?? 0
  const [before, after] = [0, 1].map((column) => row.filter((text) => columnOf(text) === column))
  const end = Math.max(...(before ?? []).map(({lastX}) => lastX))
  const start = Math.min(...(after ?? []).map(({x}) => x))
  const isOne = start - end < 1.3 * (row[0]?.size ?? 0)
  const parts = isOne ? [row] : [before, after].filter((part) => part !== undefined && part.length > 0)
  return parts.map((part = []) => {
    const others = all.filter((text) => text.page === part[0]?.page && (isOne || columnOf(text) === columnOf(part[0])))
    return lineOf(part, others, isOne || part === before ? 0 : 1)
  })
}

function lineOf(row: ReadonlyArray<Painted>, others: ReadonlyArray<Painted>, column: number): TextLine {
  const {page, y, size} = row[0] as Painted
  const whole = others.filter((text) => Math.abs(text.y - y) < 0.6 * size)
  const inked = whole.filter(({text}) => text.trim() !== '')
  return {
    page,
    column,
    left: Math.min(...inked.map(({x}) => x)),
    right: Math.max(...inked.map(({lastX}) => lastX)),
    y,
    size,
    text: whole
      .toSorted((one, next) => one.x - next.x)
      .map(({text}) => text)
      .join('')
  }
}
