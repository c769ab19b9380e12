import {contentOf, grouped, within} from './blocks.ts'
import type {Scene, TextLine} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, none} from './measure.ts'
import type {Box} from './painted.ts'
import {where} from './paragraphs.ts'
import {ancestor} from './tables.ts'

const what = 'lines of text beside or above a figure or table across the columns'

/** Where a picture, or the row of a table, lies on a page. */
interface Placed {
  readonly page: number
  readonly box: Box
}

/** Figures and tables across two columns: whether they stand at the head of their page, with all its text below them. */
export function measureWide(scene: Scene): ReadonlyArray<Measure> {
  if (scene.columns.count < 2) return [absent('T10', what, 'one column')]
  const wide = [...figures(scene), ...rows(scene)].filter((each) => isAcross(each, scene))
  if (wide.length === 0) return [absent('T10', what, 'none is as wide')]
  const running = scene.blocks.filter((block) => !within(block, 'Figure', 'Table', 'Caption', 'Div', 'Note'))
  const lines = running.flatMap((block) => block.lines)
  return [
    none(
      'T10',
      what,
      wide.flatMap((each) => lines.filter((line) => isWrong(line, each)).map(where))
    )
  ]
}

function figures({blocks, pictures}: Scene): ReadonlyArray<Placed> {
  return blocks
    .filter((block) => block.path.at(-1) === 'Figure')
    .flatMap(({contents}) => pictures.filter((picture) => contents.has(contentOf(picture))))
}

/** Row by row, for a table may go on in the next column. */
function rows({blocks}: Scene): ReadonlyArray<Placed> {
  const cells = blocks.filter((block) => within(block, 'TR'))
  const lines = [...grouped(cells, (block) => ancestor(block, 'TR')).values()].map((row) =>
    row.flatMap((block) => block.lines)
  )
  return lines.flatMap((row) => [...grouped(row, ({page}) => page)].map(([page, part]) => ({page, box: around(part)})))
}

function around(lines: ReadonlyArray<TextLine>): Box {
  return [
    Math.min(...lines.map(({left}) => left)),
    Math.min(...lines.map(({y, size}) => y - size)),
    Math.max(...lines.map(({right}) => right)),
    Math.max(...lines.map(({y}) => y))
  ]
}

/** Whether it begins in one column and ends in the other. */
function isAcross({page, box: [left, , right]}: Placed, {columns}: Scene): boolean {
  return columns.of({page, left, right}) === 0 && columns.of({page, left: right, right}) === 1
}

/** Above it stands what is above the columns of the first page. */
function isWrong({page, y}: TextLine, {page: on, box: [, top, , bottom]}: Placed): boolean {
  return page === on && y < bottom && (page > 1 || y > top)
}
