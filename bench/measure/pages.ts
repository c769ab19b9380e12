import {grouped} from './blocks.ts'
import type {Scene} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, measure, none} from './measure.ts'

/** Heads of pages, and the numbers of lines in copies for reviewers. */
export function measurePages(scene: Scene): ReadonlyArray<Measure> {
  return [...heads(scene), ...review(scene)]
}

/** Text above the first line of the text: on each page but the first. */
function heads({texts, blocks, pages}: Scene): ReadonlyArray<Measure> {
  const lines = grouped(
    blocks.flatMap((block) => block.lines),
    ({page}) => page
  )
  const hasHead = (page: number) => {
    const top = Math.min(...(lines.get(page) ?? []).map(({y}) => y))
    return texts.some((text) => text.page === page && text.content === undefined && text.y < top - 4)
  }
  if (pages < 2) return [absent('T8', 'pages without a running head', 'one page')]
  const others = Array.from({length: pages - 1}, (_, index) => index + 2)
  return [
    none('T8', 'pages without a running head', others.filter((page) => !hasHead(page)).map(String)),
    none('T8', 'running heads above the title', hasHead(1) ? ['page 1'] : [])
  ]
}

/** Fewest numbers a page that are taken for those of lines. */
const fewest = 4

/** Of paper around the text, in millimetres, in which a reviewer may write. */
const leastMargin = 25

function review(scene: Scene): ReadonlyArray<Measure> {
  const {texts, blocks, pages, columns} = scene
  const lines = blocks.filter((block) => block.path.at(-1) === 'P').flatMap((block) => block.lines)
  const edge = Math.min(...lines.map(({left}) => left))
  const beside = texts.filter(
    ({content, text, lastX}) => content === undefined && /^\d+$/.test(text) && lastX < edge - 2
  )
  if (columns.count > 1 || beside.length < fewest * pages)
    return [absent('T9', 'numbers of lines', 'not a copy for reviewers')]
  const ordered = beside.toSorted((one, next) => one.page - next.page || one.y - next.y).map(({text}) => Number(text))
  const steps = ordered.slice(1).map((number, index) => number - (ordered[index] ?? 0))
  const step = Math.min(...steps.filter((each) => each > 0))
  const gaps = ordered.slice(1).filter((_, index) => (steps[index] ?? 0) > step)
  const falls = ordered.filter((number, index) => index > 0 && number <= (ordered[index - 1] ?? 0))
  const leadings = lines.slice(1).flatMap((line, index) => {
    const leading = line.y - (lines[index]?.y ?? line.y)
    return leading > 0 && line.page === lines[index]?.page ? [leading / line.size] : []
  })
  const spacing = leadings.toSorted((one, next) => one - next)[Math.floor(leadings.length / 2)] ?? 0
  return [
    measure('T9', 'numbers of lines', `${beside.length}, to ${ordered.at(-1)}`, '', true),
    none('T9', 'numbers of lines out of order', falls.map(String)),
    none(
      'T9',
      'numbers of lines left out',
      gaps.map((number) => `before ${number}`)
    ),
    measure('T9', 'from line to line, by the size of type', spacing.toFixed(2), 'at least 1.8', spacing >= 1.8),
    margin(scene)
  ]
}

/** From the paper's edges to the lines of text; numbers of lines stand in between. */
function margin({blocks, heights, widths}: Scene): Measure {
  const lines = blocks.filter((block) => block.path.at(-1) === 'P').flatMap((block) => block.lines)
  const points = lines.flatMap(({page, left, right, y, size}) => {
    const [width, height] = [widths[page - 1] ?? 0, heights[page - 1] ?? 0]
    // The last glyph is half as wide as it is high.
    return [left, y - size, width - right - size / 2, height - y]
  })
  const least = (Math.min(...points) / 72) * 25.4
  const wanted = `at least ${leastMargin}`
  return measure('T9', 'least margin, in millimetres', least.toFixed(1), wanted, least >= leastMargin)
}
