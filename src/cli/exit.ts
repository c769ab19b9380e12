/** What the exit code tells whoever called. */
export const exit = {
  /** All is well; there may be warnings. */
  fine: 0,
  /** The manuscript has errors, or warnings under `--strict`. */
  manuscript: 1,
  /** The command line makes no sense. */
  misuse: 2,
  /** The machine failed: disk, browser, network; or Offprint did. */
  machine: 3
} as const

export type Exit = (typeof exit)[keyof typeof exit]
