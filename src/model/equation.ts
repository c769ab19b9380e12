/** What has a number among the formulas: a displayed formula, or one line of it. */
export interface Equation {
  readonly label?: string
  /** What the author wants for a number: `\\tag{A}`. */
  readonly tag?: string
  /** It is numbered without a label too, as LaTeX's own displays are. */
  readonly counted?: boolean
  /** “3”; set by `enrich`. */
  readonly number?: string
  /** Unique in the article: the label, unless another thing claimed it before. Set by `enrich`. */
  readonly identifier?: string
}

/** One line of a formula whose lines are numbered one by one; its TeX has the `&` of the alignment, and neither label nor tag. */
export interface EquationLine extends Equation {
  readonly value: string
}

/** What is numbered: the formula as a whole, or its lines, which its value holds without their numbers. */
export interface EquationData extends Equation {
  /** LaTeX's own environment, until `parse` has read its lines. */
  native?: boolean
  lines?: ReadonlyArray<EquationLine>
}
