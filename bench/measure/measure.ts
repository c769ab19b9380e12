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

/** A measure; without a value it could not be taken. */
export function measure(
  id: string,
  what: string,
  value: string | undefined,
  wanted: string,
  holds: boolean | undefined
): Measure {
  return {id, what, value: value ?? 'not measured: the program is not installed', wanted, holds}
}

/** How many of something there are that should not be, and where the first of them are. */
export function none(id: string, what: string, places: ReadonlyArray<string>): Measure {
  const named = places.slice(0, 3).join('; ')
  const value = places.length === 0 ? '0' : `${places.length}: ${named}${places.length > 3 ? ' …' : ''}`
  return measure(id, what, value, '0', places.length === 0)
}

/** What this document has no occasion for. */
export function absent(id: string, what: string, reason: string): Measure {
  return measure(id, what, reason, reason, undefined)
}
