import type {PDFDocument, PDFPage} from '@cantoo/pdf-lib'
import * as library from '@cantoo/pdf-lib'
import {grouped, within} from './blocks.ts'
import type {Scene, SetBlock, TextLine} from './fragments.ts'
import {annotationsOf} from './links.ts'
import type {Measure} from './measure.ts'
import {absent, measure, none} from './measure.ts'
import {where} from './paragraphs.ts'

const {PDFArray, PDFDict, PDFName, PDFNumber} = library

/** Below the rule stand notes; points from it to their first baseline at most. */
const reach = 30

/** Points by which destinations may lie above what they are of. */
const mostOffset = 160

/** A link within the document: where it is, and where it leads. */
interface Jump {
  readonly page: number
  readonly y: number
  readonly to: {readonly page: number; readonly y: number}
}

/** Whether notes stand at the foot of the page they are called on, below a rule. */
export function measureNotes(pdf: PDFDocument, scene: Scene): ReadonlyArray<Measure> {
  const notes = notesOf(scene)
  if (notes.length === 0) return [absent('T7', 'notes', 'there are none')]
  const jumps = jumpsOf(pdf)
  const firsts = notes.flatMap(([first]) => first ?? [])
  const offset = offsetOf(jumps, firsts)
  const placed = firsts.map((first) => {
    const calls = jumps.filter((jump) => leadsTo(jump, first, offset))
    // What stands beside a note in another column is led to from elsewhere.
    return {first, call: calls.find(({page}) => page === first.page) ?? calls[0]}
  })
  const uncalled = placed.filter(({call}) => call === undefined)
  const astray = placed.filter(({first, call}) => call !== undefined && call.page !== first?.page)
  const above = placed.filter(({first, call}) => call?.page === first?.page && (first?.y ?? 0) < (call?.y ?? 0))
  const feet = [...grouped(notes.flat(), ({page, column}) => `${page}:${column}`).values()].map(highest)
  const bare = feet.filter((line) => !scene.rules.some((rule) => isAbove(rule, line)))
  const crossed = feet.filter((line) => textBelow(scene, line))
  return [
    measure('T7', 'notes', String(notes.length), '', true),
    none(
      'T7',
      'notes that no link leads to',
      uncalled.map(({first}) => where(first))
    ),
    none(
      'T7',
      'notes not on the page of their call',
      astray.map(({first, call}) => `${where(first)} called on ${call?.page}`)
    ),
    none(
      'T7',
      'notes above their call',
      above.map(({first}) => where(first))
    ),
    none('T7', 'pages on which no rule parts notes from text', bare.map(where)),
    none('T7', 'pages on which text stands below a note', crossed.map(where))
  ]
}

/** The lines of each note: its own and those of its paragraphs. */
function notesOf({blocks}: Scene): ReadonlyArray<ReadonlyArray<TextLine>> {
  const inNotes = blocks.filter((block) => within(block, 'Note') && block.lines.length > 0)
  const notes: Array<Array<TextLine>> = []
  let before: SetBlock | undefined
  for (const block of inNotes) {
    const depth = block.path.lastIndexOf('Note')
    const isSame = before !== undefined && block.path.length > depth + 1 && before.path.lastIndexOf('Note') === depth
    const last = notes.at(-1)
    if (isSame && last !== undefined && ownNote(before) === ownNote(block)) last.push(...block.lines)
    else notes.push([...block.lines])
    before = block
  }
  return notes
}

/** The element of the note that a block is in. */
function ownNote(block: SetBlock | undefined): unknown {
  let element = block?.element
  while (element !== undefined && element.lookup(PDFName.of('S')) !== PDFName.of('Note'))
    element = element.lookupMaybe(PDFName.of('P'), PDFDict)
  return element
}

function highest(lines: ReadonlyArray<TextLine>): TextLine {
  return lines.reduce((one, next) => (next.y < one.y ? next : one))
}

/** Browsers may put all destinations higher by the same, such as a margin: that by which most notes are found. */
function offsetOf(jumps: ReadonlyArray<Jump>, notes: ReadonlyArray<TextLine>): number {
  const found = (offset: number) => notes.filter((note) => jumps.some((jump) => leadsTo(jump, note, offset))).length
  const offsets = Array.from({length: mostOffset / 2}, (_, index) => 2 * index).map((offset) => ({
    offset,
    found: found(offset)
  }))
  const most = Math.max(...offsets.map((each) => each.found))
  const best = offsets.filter((each) => each.found === most)
  return best[Math.floor(best.length / 2)]?.offset ?? 0
}

function leadsTo({to}: Jump, {page, y, size}: TextLine, offset: number): boolean {
  return to.page === page && Math.abs(y - to.y - offset) < size / 2
}

function isAbove(rule: Scene['rules'][number], {page, y, left}: TextLine): boolean {
  return rule.page === page && rule.y < y && y - rule.y < reach && Math.abs(rule.x - left) < reach
}

function textBelow({blocks}: Scene, {page, column, y}: TextLine): boolean {
  return blocks.some(
    (block) =>
      !within(block, 'Note', 'LI') &&
      block.lines.some((line) => line.page === page && line.column === column && line.y > y)
  )
}

/** Links within the document, as its annotations and destinations have them. */
function jumpsOf(pdf: PDFDocument): ReadonlyArray<Jump> {
  const pages = pdf.getPages()
  const numbers = new Map(pages.map(({ref}, index) => [ref.toString(), index]))
  const named = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  return pages.flatMap((page, index) =>
    annotationsOf(page).flatMap((link) => {
      const target = link.lookup(PDFName.of('Dest'))
      const place = target instanceof PDFName ? named?.lookup(target) : target
      const to = place instanceof PDFArray ? numbers.get(String(place.get(0))) : undefined
      if (!(place instanceof PDFArray) || to === undefined) return []
      const top = place.lookup(3)
      const y = heightOf(pages[to]) - (top instanceof PDFNumber ? top.asNumber() : 0)
      const foot = link.lookup(PDFName.of('Rect'), PDFArray).lookup(1, PDFNumber).asNumber()
      return [{page: index + 1, y: heightOf(page) - foot, to: {page: to + 1, y}}]
    })
  )
}

function heightOf(page: PDFPage | undefined): number {
  return page?.getSize().height ?? 0
}
