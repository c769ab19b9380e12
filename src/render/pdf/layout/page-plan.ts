/** Where everything is to stand: what pagination decides and the browser carries out. */
export interface PagePlan {
  readonly areas: ReadonlyArray<PlannedArea>
  /** How many pages there are. */
  readonly pages: number
}

/** What is filled one after the other: a page, or a column of one. All lengths are pixels. */
export interface Area {
  /** From 0. */
  readonly page: number
  /** From 0; `undefined` for text as wide as the page. */
  readonly column?: number | undefined
  /** Where it begins, were all areas of its width one below the other. */
  readonly start: number
  readonly height: number
  /** Where text and notes end in it, if not at its end. */
  readonly foot?: number | undefined
  /** Nothing may stand above the text. */
  readonly closed?: boolean | undefined
}

/** An area and what stands in it. */
export interface PlannedArea extends Area {
  /** What of the tall column is, or were, at its top. */
  readonly origin: number
  /** How far from its top the text begins. */
  readonly band?: number | undefined
  readonly floats?: ReadonlyArray<PlacedFloat> | undefined
  /** Index of its first atom. */
  readonly from: number
  /** Index after its last atom. */
  readonly to: number
  readonly notes: ReadonlyArray<PlacedNote>
}

/** A figure or table apart from the text; pixels from the top of its area, the first of its page if it is across columns. */
interface PlacedFloat {
  readonly float: number
  readonly top: number
}

/** A note, or the part of one, at the foot of an area; pixels from its top. */
export interface PlacedNote {
  readonly note: number
  readonly top: number
  /** Index of its first line here, and that after its last. */
  readonly from: number
  readonly to: number
  /** The first in its area, below the rule. */
  readonly first: boolean
}
