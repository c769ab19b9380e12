/** What a command of TeX stands for: its text, with `#1` for what it is given. */
export type Macro =
  | string
  /** Its first argument stands in brackets and may be left out. */
  | {readonly body: string; readonly optional: string}
  /** Another command, as that was before any macro: `\let`. */
  | {readonly same: string}

/** The author's macros, by name with its backslash. */
export type Macros = ReadonlyMap<string, Macro>
