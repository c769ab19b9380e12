import {within} from '../../../bench/measure/blocks.ts'
import type {Scene, TextLine} from '../../../bench/measure/fragments.ts'
import type {Painted} from '../../../bench/measure/painted.ts'
import {first} from './spoil.ts'

export const paragraphs = ({blocks}: Scene) =>
  blocks.filter((block) => block.path.at(-1) === 'P' && !within(block, 'Note', 'Table', 'Caption', 'LI'))
export const notes = ({blocks}: Scene) => blocks.filter((block) => within(block, 'Note') && block.lines.length > 0)
export const isOf =
  (...lines: ReadonlyArray<TextLine>) =>
  ({page, x, y, size}: Painted) =>
    lines.some(
      (line) => line.page === page && Math.abs(line.y - y) < 0.6 * size && x > line.left - 1 && x < line.right + 1
    )
/** The last of what is painted of lines. */
export const isEndOf =
  (...lines: ReadonlyArray<TextLine>) =>
  (text: Painted) =>
    lines.some((line) => isOf(line)(text) && text.lastX > line.right - 1)
/** So many lines in a row that end in letters. */
export const endingInLetters = (scene: Scene, count: number) =>
  first(
    paragraphs(scene).flatMap(({lines}) => {
      const runs = lines.map((_, index) => lines.slice(index, index + count))
      return runs.filter((run) => run.length === count && run.every(({text}) => /\p{L}{2}\s*$/u.test(text)))
    })
  )
export const isArtifact =
  (page: number, from: number, to: number) =>
  ({page: on, content, y}: Painted) =>
    on === page && content === undefined && y > from && y < to
/** A paragraph that goes on overleaf: its lines on both pages. */
export const dividedIn = (scene: Scene) =>
  first(
    paragraphs(scene).flatMap((block): Array<[Array<TextLine>, Array<TextLine>]> => {
      const before = block.lines.filter(({page}) => page === block.lines[0]?.page)
      const after = block.lines.filter(({page}) => page !== block.lines[0]?.page)
      return before.length > 1 && after.length > 1 ? [[before, after]] : []
    })
  )
export const longIn = (scene: Scene) =>
  first(paragraphs(scene).filter(({lines}) => lines.length > 6 && lines[0]?.page === lines.at(-1)?.page))
export const footOf = (scene: Scene, page: number) =>
  first(
    paragraphs(scene)
      .flatMap(({lines}) => lines)
      .filter((line) => line.page === page)
      .toSorted((one, next) => next.y - one.y)
  )
