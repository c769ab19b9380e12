/** How the items of an ordered list are counted. */
export type NumberStyle = 'decimal' | 'lower-alpha' | 'lower-roman' | 'upper-alpha' | 'upper-roman'

/** What stands around the number: `a.`, `a)` or `(a)`. */
export type NumberDelimiter = 'parentheses' | 'parenthesis' | 'period'

/** The numbers of an ordered list, where they are not `1.` (https://pandoc.org/MANUAL.html#ordered-lists). */
export interface ListNumbering {
  readonly style: NumberStyle
  readonly delimiter: NumberDelimiter
  /** Its items are numbered through the whole article: pandoc's `(@)`. */
  readonly isExamples?: boolean
}

declare module 'mdast' {
  interface ListData {
    numbering?: ListNumbering
  }
  interface ListItemData {
    /** The label of an example, `good` in `(@good)`. */
    example?: string
  }
}
