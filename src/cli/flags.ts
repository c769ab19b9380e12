import type {Reporting} from './reporting.ts'

/** The options of `build` and `check`. */
export interface BuildFlags {
  /** Names of formats with commas between; none for a check. */
  readonly to: string | undefined
  readonly template?: string | undefined
  readonly review?: boolean | undefined
  readonly blind?: boolean | undefined
  /** Names of what is attached to the PDF, with commas between. */
  readonly attach?: string | undefined
  readonly out: string
  readonly strict?: boolean | undefined
  readonly format?: Reporting | undefined
  /** The same as the format `json`. */
  readonly json?: boolean | undefined
  readonly quiet?: boolean | undefined
}
