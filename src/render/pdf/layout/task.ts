import type {MeasuredFloat, MeasuredNote} from './measured.ts'
import type {NotePart} from './note-parts.ts'
import type {PlannedArea} from './page-plan.ts'
import type {Piece} from './pieces.ts'

/** What is to be divided, and by which measures. All lengths are pixels. */
export interface Task {
  readonly pieces: ReadonlyArray<Piece>
  readonly notes: ReadonlyArray<MeasuredNote>
  readonly floats: ReadonlyArray<MeasuredFloat>
  /** Index of a piece's first atom. */
  atomAt(piece: number): number
  /** Whether a piece begins within a table, where nothing can stand above it. */
  beginsWithin(piece: number): boolean
  /** Of the highest area: what a lower one cannot hold is left to one as high. */
  readonly height: number
  /** Between text and notes, the rule in it. */
  readonly gap: number
  /** Between floats, and between them and the text. */
  readonly floatGap: number
  /** From line to line, where what floats take is a whole number of lines. */
  readonly leading: number | undefined
  /** Where floats stand that are as wide as a column; those across columns stand at the top. */
  readonly placement: 'foot' | 'top'
}

/** What is left to fill areas with. */
export interface Rest {
  /** Index of the first piece. */
  readonly from: number
  /** Parts of notes that found no room before. */
  readonly carried: ReadonlyArray<NotePart>
  /** Index of the first float that has no place yet. */
  readonly floats: number
}

/** An area, and what was left before and after it. */
export interface Filled {
  readonly area: PlannedArea
  readonly before: Rest
  readonly after: Rest
}

/** Whether nothing is left. */
export function isOver({from, carried, floats}: Rest, task: Task): boolean {
  return from >= task.pieces.length && carried.length === 0 && floats >= task.floats.length
}
