import {within} from './blocks.ts'
import type {Scene, SetBlock} from './fragments.ts'
import type {Measure} from './measure.ts'
import {measure, none} from './measure.ts'
import {where} from './paragraphs.ts'
import {run} from './tool.ts'

/** Dots an inch of the picture in which ink is looked for. */
const resolution = 36
/** Of paper at its edge on which nothing may stand, in dots: 6 mm. */
const margin = Math.floor((6 / 25.4) * resolution)

/** Whether anything lies on something else, or outside the area of the text. */
export function measureArea(path: string, {blocks}: Scene): ReadonlyArray<Measure> {
  const text = blocks.filter((block) => block.lines.length > 0 && !within(block, 'Figure', 'Formula'))
  const running = text.filter((block) => block.path.at(-1) === 'P').flatMap((block) => block.lines)
  const left = Math.min(...running.map((line) => line.left))
  const right = Math.max(...running.map((line) => line.right))
  const lines = text.flatMap((block) => block.lines)
  const outside = lines.filter((line) => line.left < left - line.size || line.right > right + line.size)
  const inked = inkAtEdges(path)
  return [
    none('P28', 'lines on top of others', overlaps(text)),
    none('P28', 'lines that reach out of the text’s area', outside.map(where)),
    inked === undefined
      ? measure('P28', 'pages with ink at the edge of the paper', undefined, '', undefined)
      : none('P28', 'pages with ink at the edge of the paper', inked.map(String))
  ]
}

/** Lines of different elements that share ink. */
function overlaps(blocks: ReadonlyArray<SetBlock>): ReadonlyArray<string> {
  const lines = blocks.flatMap((block) => block.lines.map((line) => ({...line, block})))
  const sorted = lines.sort((one, next) => one.page - next.page || one.y - next.y)
  return sorted.flatMap((line, index) => {
    const near = sorted.slice(index + 1, index + 12)
    const hit = near.find(
      (other) =>
        other.block !== line.block &&
        other.page === line.page &&
        other.y - line.y < 0.5 * Math.min(line.size, other.size) &&
        Math.min(line.right, other.right) - Math.max(line.left, other.left) > 1
    )
    return hit === undefined ? [] : [`${where(line)} and “${hit.text.trim().slice(0, 16)}”`]
  })
}

/** Pages on which there is any ink near the edge of the paper; `undefined` where no program draws pages. */
function inkAtEdges(path: string): ReadonlyArray<number> | undefined {
  const drawn = run('pdftoppm', ['-r', String(resolution), '-gray', path], 'latin1')
  if (drawn === undefined) return undefined
  const found: Array<number> = []
  let at = 0
  for (let page = 1; ; page += 1) {
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(drawn.text.slice(at, at + 40))
    if (header === null) return found
    const [width, height] = [Number(header[1]), Number(header[2])]
    at += header[0].length
    if (hasInk(drawn.text.slice(at, at + width * height), width, height)) found.push(page)
    at += width * height
  }
}

function hasInk(dots: string, width: number, height: number): boolean {
  for (let at = 0; at < dots.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const isEdge = x < margin || y < margin || x >= width - margin || y >= height - margin
    if (isEdge && dots.charCodeAt(at) < 128) return true
  }
  return false
}
