import {grouped} from './blocks.ts'
import type {Scene} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, measure, none} from './measure.ts'

/** Heads of pages, and the numbers of lines in copies for reviewers. */
export function measurePages(scene: Scene): ReadonlyArray<Measure> {
  return [heads(scene), ...review(scene)]
}

/** Text above the first line of the text on each page but the first. */
function heads({texts, blocks, pages}: Scene): Measure {
  const lines = grouped(
    blocks.flatMap((block) => block.lines),
    ({page}) => page
  )
  const bare = Array.from({length: Math.max(0, pages - 1)}, (_, index) => index + 2).filter((page) => {
    const top = Math.min(...(lines.get(page) ?? []).map(({y}) => y))
    return !texts.some((text) => text.page === page && text.content === undefined && text.y < top - 4)
  })
  if (pages < 2) return absent('T8', 'pages without a running head', 'one page')
  return none('T8', 'pages without a running head', bare.map(String))
}

/** Fewest numbers a page that are taken for those of lines. */
const fewest = 4

function review({texts, blocks, pages, columns}: Scene): ReadonlyArray<Measure> {
  const lines = blocks.filter((block) => block.path.at(-1) === 'P').flatMap((block) => block.lines)
  const edge = Math.min(...lines.map(({left}) => left))
  const beside = texts.filter(
    ({content, text, lastX}) => content === undefined && /^\d+$/.test(text) && lastX < edge - 2
  )
  if (columns.count > 1 || beside.length < fewest * pages)
    return [absent('T9', 'numbers of lines', 'not a copy for reviewers')]
  const ordered = beside.toSorted((one, next) => one.page - next.page || one.y - next.y).map(({text}) => Number(text))
  const falls = ordered.filter((number, index) => index > 0 && number <= (ordered[index - 1] ?? 0))
  const steps = lines.slice(1).flatMap((line, index) => {
    const step = line.y - (lines[index]?.y ?? line.y)
    return step > 0 && line.page === lines[index]?.page ? [step / line.size] : []
  })
  const spacing = steps.toSorted((one, next) => one - next)[Math.floor(steps.length / 2)] ?? 0
  return [
    measure('T9', 'numbers of lines', `${beside.length}, to ${ordered.at(-1)}`, '', true),
    none('T9', 'numbers of lines out of order', falls.map(String)),
    measure('T9', 'from line to line, by the size of type', spacing.toFixed(2), 'at least 1.8', spacing >= 1.8)
  ]
}
