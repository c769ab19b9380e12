/** Collects declarations and names a class for each; the same declarations share a class. */
export interface Styles {
  classOf(declarations: string): string
  /** The rules for all classes named so far. */
  css(): string
}

/** Styles whose classes are numbered in the order of first use. */
export function createStyles(): Styles {
  const classes = new Map<string, string>()
  return {
    classOf(declarations) {
      const known = classes.get(declarations) ?? `s${classes.size + 1}`
      classes.set(declarations, known)
      return known
    },
    css: () => [...classes].map(([declarations, name]) => `.${name}{${declarations}}`).join('\n')
  }
}
