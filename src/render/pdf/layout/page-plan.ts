/** Where everything is to stand: what pagination decides and the browser carries out. */
export interface PagePlan {
  readonly pages: ReadonlyArray<PlannedPage>
}

/** One page. */
export interface PlannedPage {
  /** Index of its first atom. */
  readonly from: number
  /** Index after its last atom. */
  readonly to: number
  readonly notes: ReadonlyArray<PlacedNote>
}

/** A note, or the part of one, at the foot of a page; pixels from the top of the page's area. */
export interface PlacedNote {
  readonly note: number
  readonly top: number
  /** Index of its first line here, and that after its last. */
  readonly from: number
  readonly to: number
  /** The first on its page, below the rule. */
  readonly first: boolean
}
