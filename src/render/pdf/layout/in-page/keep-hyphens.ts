/// <reference lib="dom" />
import type {HyphensKept} from './set-hyphens.ts'

/**
 * Take away the soft hyphens at which no line ends: each parts what belongs together, such as letters of a ligature.
 * Runs in the page, after `setHyphens`.
 */
export function keepHyphens(): void {
  const {offprintHyphens: hyphens} = globalThis as unknown as {readonly offprintHyphens: HyphensKept}
  hyphens.prune()
}
