/** A condition under which a PDF fails PDF/UA-1, met: one of the Matterhorn Protocol 1.1 (PDF Association, 2021) that a machine can tell. */
export interface Finding {
  /** The condition's number, such as `13-004`. */
  readonly condition: string
  /** What was found, as a clause: “a figure has no alternative text”. */
  readonly what: string
  /** From 1, where it is on one page. */
  readonly page?: number | undefined
}
