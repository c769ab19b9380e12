/** All lengths are CSS pixels; heights run from the top of the one tall column that the article is before it has pages. */
export interface Measured {
  readonly atoms: ReadonlyArray<Atom>
  readonly notes: ReadonlyArray<MeasuredNote>
  /** In their order. */
  readonly floats?: ReadonlyArray<MeasuredFloat> | undefined
  /** Absent where all text is as wide as the page. */
  readonly columns?: MeasuredColumns | undefined
}

/** The part of the text that stands in columns; what is above it is as wide as the page. */
interface MeasuredColumns {
  /** Index of its first atom. */
  readonly first: number
  /** Where it begins. */
  readonly top: number
  /** How many stand side by side. */
  readonly count: number
  /** From line to line. */
  readonly leading: number
}

/** What a page break cannot pass through: a line of text, a figure, a row of a table. */
export interface Atom {
  /** Where it ends. Below the last atom of boxes, their padding and border are counted in. */
  readonly bottom: number
  /** Whether a page may begin with it. */
  readonly breakable: boolean
  /** What is repeated above it where a page begins with it, such as the head of its table. */
  readonly head: number
  /** Where its page's content begins, if it begins a page: the border edge of a block, the top of a line. */
  readonly origin: number
  /** Where it begins and how high it is, if it is a line of text. */
  readonly line?: {readonly top: number; readonly height: number} | undefined
  /** Indices of notes that are called in it for the first time, in order. */
  readonly notes: ReadonlyArray<number>
  /** It is a row of a table, and not its first. */
  readonly isRow?: boolean | undefined
}

/** A figure or table that stands apart from the text. */
export interface MeasuredFloat {
  readonly height: number
  /** As wide as all columns together. */
  readonly across: boolean
  /** It has a page of its own. */
  readonly isPage?: boolean
  /** Index of the atom before it in the text: it stands on no page before that one's. */
  readonly after: number
  /** Where it is referred to first. */
  readonly reference?: number | undefined
  /** Indices of notes that are called in it. */
  readonly notes: ReadonlyArray<number>
}

/** A note, as high as it is at the foot of a page. */
export interface MeasuredNote {
  /** Where its lines end, from its top; the last at its height. */
  readonly lines: ReadonlyArray<number>
  /** Indices of lines that end in a hyphen. */
  readonly hyphenated?: ReadonlyArray<number> | undefined
}

/** The area of a page that text may fill. */
export interface PageArea {
  readonly width: number
  readonly height: number
  /** How many columns stand side by side, if any do. */
  readonly columns?: number | undefined
}
