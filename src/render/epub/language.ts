/** A language tag as BCP 47 writes it; `undefined` if it is none. */
export function wellFormed(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
