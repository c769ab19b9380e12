import type {MeasuredNote} from './measured.ts'

/** A part of a note: its first line, and that after its last. */
export interface NotePart {
  readonly note: number
  readonly from: number
  readonly to: number
}

/** Parts for the foot of one page, and what goes on to the next. */
export interface Taken {
  readonly parts: ReadonlyArray<NotePart>
  readonly rest: ReadonlyArray<NotePart>
}

/** Lines of a note that stand together at least before and after a page break. */
const fewest = 2

type Notes = ReadonlyArray<MeasuredNote>

/** A note from its first line to its last. */
export function wholeNote(note: number, notes: Notes): NotePart {
  return {note, from: 0, to: notes[note]?.lines.length ?? 0}
}

/** Pixels from the first line's top to the last one's bottom. */
export function heightOf(parts: ReadonlyArray<NotePart>, notes: Notes): number {
  return parts.reduce((sum, {note, from, to}) => sum + end(note, to, notes) - end(note, from, notes), 0)
}

/** As many parts, in their order, as fit into the room; the last of them divided between two lines if that leaves enough on both sides. */
export function take(queue: ReadonlyArray<NotePart>, notes: Notes, room: number): Taken {
  const parts: Array<NotePart> = []
  let left = room
  for (const [index, part] of queue.entries()) {
    const height = heightOf([part], notes)
    if (height > left) {
      const at = breakIn(part, notes, left)
      const rest = queue.slice(index)
      if (at === undefined) return {parts, rest}
      return {parts: [...parts, {...part, to: at}], rest: [{...part, from: at}, ...rest.slice(1)]}
    }
    parts.push(part)
    left -= height
  }
  return {parts, rest: []}
}

/** One line of the first part, so that a page ends however little fits it. */
export function takeOne([first, ...others]: ReadonlyArray<NotePart>): Taken {
  if (first === undefined) return {parts: [], rest: []}
  const at = first.from + 1
  const rest = at < first.to ? [{...first, from: at}] : []
  return {parts: [{...first, to: Math.min(at, first.to)}], rest: [...rest, ...others]}
}

/** Where a part that does not fit is divided: not behind a hyphen if it can be behind another line. */
function breakIn({note, from, to}: NotePart, notes: Notes, room: number): number | undefined {
  let at = from
  while (at < to && end(note, at + 1, notes) - end(note, from, notes) <= room) at += 1
  const last = Math.min(at, to - fewest)
  if (last - from < fewest) return undefined
  const hyphenated = notes[note]?.hyphenated ?? []
  let whole = last
  while (whole - from >= fewest && hyphenated.includes(whole - 1)) whole -= 1
  return whole - from < fewest ? last : whole
}

/** Where the line before the one of this index ends. */
function end(note: number, line: number, notes: Notes): number {
  return line === 0 ? 0 : (notes[note]?.lines[line - 1] ?? 0)
}
