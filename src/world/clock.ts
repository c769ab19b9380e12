import {WorldError} from '../model/world.ts'

/** The last second that a date of four-digit years can hold: 9999-12-31T23:59:59Z. */
const lastSecond = 253_402_300_799

/**
 * The clock, or the moment SOURCE_DATE_EPOCH stands for, in seconds since 1970
 * (https://reproducible-builds.org/specs/source-date-epoch/). Throws a `WorldError` if it is no such number.
 */
export function clock(epoch: string | undefined): () => Date {
  if (epoch === undefined || epoch === '') return () => new Date()
  const seconds = /^\d+$/.test(epoch) ? Number(epoch) : Number.NaN
  if (seconds <= lastSecond) return () => new Date(seconds * 1000)
  throw new WorldError(`Unexpected SOURCE_DATE_EPOCH \`${epoch}\`, expected seconds since 1970`, {
    note: 'Set it to the output of `git log -1 --format=%ct`, or unset it.'
  })
}
