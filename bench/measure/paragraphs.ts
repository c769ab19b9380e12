import {within} from './blocks.ts'
import type {Scene, SetBlock, TextLine} from './fragments.ts'
import type {Measure} from './measure.ts'
import {none} from './measure.ts'

/** Fewest lines of a paragraph at the foot and at the head of a page. */
const fewestLines = 2
/** Fewest characters of a paragraph's last line. */
const fewestCharacters = 4

/** How paragraphs are divided between pages and columns, and how they end; whether headings stand above their text. */
export function measureParagraphs(scene: Scene): ReadonlyArray<Measure> {
  const {blocks} = scene
  const paragraphs = blocks.filter(isRunning)
  const divided = paragraphs.map((block) => ({block, parts: partsOf(block)})).filter(({parts}) => parts.length > 1)
  const orphans = divided.filter(({parts}) => (parts[0]?.length ?? 0) < fewestLines)
  const widows = divided.filter(({parts}) => (parts.at(-1)?.length ?? 0) < fewestLines)
  const stranded = blocks.filter((block) => /^H\d?$/.test(block.path.at(-1) ?? '') && isStranded(block, scene))
  const short = paragraphs.flatMap(({lines}) => (lines.length > 1 && isShort(lines.at(-1)) ? [lines.at(-1)] : []))
  return [
    none(
      'T2',
      'first lines alone at the foot of a page (orphans)',
      orphans.map(({block}) => where(block.lines[0]))
    ),
    none(
      'T2',
      'last lines alone at the head of a page (widows)',
      widows.map(({block}) => where(block.lines.at(-1)))
    ),
    none(
      'T2',
      'headings stranded at the foot of a page',
      stranded.map(({lines}) => where(lines[0]))
    ),
    none('T4', `last lines of fewer than ${fewestCharacters} characters`, short.map(where))
  ]
}

/** A place that a person finds: its page and its first words. */
export function where(line: TextLine | undefined): string {
  return `page ${line?.page} “${line?.text.trim().slice(0, 24)}”`
}

function isRunning(block: SetBlock): boolean {
  if (block.texts.every(({inCode}) => inCode)) return false
  return ['P', 'LBody', 'Note'].includes(block.path.at(-1) ?? '') && !within(block, 'Table', 'TOC', 'Caption', 'Figure')
}

/** The lines of each page and column. Those of a title as wide as the page go from one side to the other, a line further. */
function partsOf({lines}: SetBlock): ReadonlyArray<ReadonlyArray<TextLine>> {
  const parts: Array<Array<TextLine>> = []
  for (const line of lines) {
    const before = parts.at(-1)?.at(-1)
    if (before === undefined || !isNext(before, line)) parts.push([line])
    else parts.at(-1)?.push(line)
  }
  return parts
}

function isNext(before: TextLine, line: TextLine): boolean {
  if (line.page !== before.page) return false
  return line.column === before.column || Math.abs(line.y - before.y) < 1.6 * line.size
}

function isShort(line: TextLine | undefined): boolean {
  return [...(line?.text.trim() ?? '')].length < fewestCharacters
}

/** What follows it in the order of reading, be it run into the same line, is on another page or in another column. */
function isStranded(heading: SetBlock, {blocks, columns}: Scene): boolean {
  const last = heading.texts.at(-1)
  if (last === undefined) return false
  const others = blocks.filter((block) => block !== heading && !within(block, 'Note'))
  const next = others
    .flatMap(({texts}) => texts.find(({order, text}) => order > last.order && text.trim() !== '') ?? [])
    .reduce<typeof last | undefined>(
      (one, text) => (one === undefined || text.order < one.order ? text : one),
      undefined
    )
  const picture = blocks[blocks.indexOf(heading) + 1]
  if (picture?.lines.length === 0) return !picture.pages.has(last.page)
  const columnOf = ({page, x, lastX}: typeof last) => columns.of({page, left: x, right: lastX})
  return next !== undefined && (next.page !== last.page || columnOf(next) !== columnOf(last))
}
