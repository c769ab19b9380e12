/// <reference lib="dom" />

/** What a page break comes before: kept in the page from measuring to `realise`. */
export type BreakPlace =
  | {readonly kind: 'block'; readonly chain: ReadonlyArray<HTMLElement>}
  | {readonly kind: 'line'; readonly nodes: ReadonlyArray<Node>; readonly top: number; readonly lineHeight: number}
  | {readonly kind: 'row'; readonly row: HTMLElement}

/** What `measure` leaves in the page. */
export interface Kept {
  readonly places: ReadonlyArray<BreakPlace>
  readonly notes: ReadonlyArray<HTMLElement>
  readonly floats: ReadonlyArray<HTMLElement>
}
