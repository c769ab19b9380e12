export interface FormulaReference {
  readonly label: string
  /** `\eqref`, whose number stands in brackets. */
  readonly isBracketed: boolean
  /** From which character of the TeX on to which. */
  readonly at: number
  readonly end: number
}

/** Every `\ref` and `\eqref` in the TeX of a formula, in order. */
export function formulaReferences(tex: string): ReadonlyArray<FormulaReference> {
  return [...tex.matchAll(/\\(eq)?ref\s*\{([^{}]*)\}/g)].map((found) => ({
    label: (found[2] ?? '').trim(),
    isBracketed: found[1] !== undefined,
    at: found.index,
    end: found.index + found[0].length
  }))
}
