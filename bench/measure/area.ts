import {grouped, within} from './blocks.ts'
import type {Scene, SetBlock, TextLine} from './fragments.ts'
import type {Measure} from './measure.ts'
import {measure, none} from './measure.ts'
import {where} from './paragraphs.ts'
import {run} from './tool.ts'

/** Dots an inch of the picture in which ink is looked for. */
const resolution = 36
/** Of paper at its edge on which nothing may stand, in dots: 6 mm. */
const margin = Math.floor((6 / 25.4) * resolution)

/** Lines that reach further than all others do not tell how far lines may reach. */
const few = 2

/** Whether anything lies on something else, or outside the area of the text. */
export function measureArea(path: string, scene: Scene): ReadonlyArray<Measure> {
  const {blocks} = scene
  const text = blocks.filter((block) => block.lines.length > 0 && !within(block, 'Figure', 'Formula'))
  const running = text.filter((block) => block.path.at(-1) === 'P').flatMap((block) => block.lines)
  const left = running.map((line) => line.left).toSorted((one, next) => one - next)[few] ?? 0
  const right = running.map((line) => line.right).toSorted((one, next) => next - one)[few] ?? Number.POSITIVE_INFINITY
  const lines = text.flatMap((block) => block.lines)
  const outside = lines.filter((line) => line.left < left - line.size || line.right > right + line.size)
  const clipped = scene.texts.filter((each) => each.clipped && each.text.trim() !== '')
  const inked = inkAtEdges(path)
  return [
    none('P28', 'lines on top of others', overlaps(text)),
    none('P28', 'lines that reach out of the text’s area', outside.map(where)),
    none('P28', 'lines in the head or the foot of a page', beyond(lines, scene).map(where)),
    none(
      'P28',
      'texts of which a part is cut off',
      clipped.map(({page, text}) => `page ${page} “${text.trim().slice(0, 24)}”`)
    ),
    inked === undefined
      ? measure('P28', 'pages with ink at the edge of the paper', undefined, '', undefined)
      : none('P28', 'pages with ink at the edge of the paper', inked.map(String))
  ]
}

/** Of a page, above and below which heads and numbers of pages stand. */
const edgeShare = 0.15

/** Lines as high as the running head or the number of most pages, or beyond it. */
function beyond(lines: ReadonlyArray<TextLine>, {texts, heights}: Scene): ReadonlyArray<TextLine> {
  const apart = texts.filter(({content, text}) => content === undefined && text.trim() !== '')
  const depthOf = ({page, y}: {page: number; y: number}) => y / (heights[page - 1] ?? y)
  const onPages = [...grouped(apart, ({page}) => page).values()].map((here) => here.map(depthOf))
  const head = usual(onPages.map((here) => Math.min(...here)).filter((depth) => depth < edgeShare))
  const foot = usual(onPages.map((here) => Math.max(...here)).filter((depth) => depth > 1 - edgeShare))
  return lines.filter((line) => depthOf(line) <= (head ?? 0) || depthOf(line) >= (foot ?? 1))
}

/** What is in the middle of numbers. */
function usual(numbers: ReadonlyArray<number>): number | undefined {
  return numbers.toSorted((one, next) => one - next)[Math.floor(numbers.length / 2)]
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
