/** What was measured of a PDF, and what it should be. */
export interface Measure {
  /** What is measured, such as `P22`: a requirement on documents, or `T3`, on the page. */
  readonly id: string
  readonly what: string
  readonly value: string
  readonly wanted: string
  /** `undefined` where it could not be measured here. */
  readonly holds: boolean | undefined
}
