/** What the prefixes of labels stand for, as pandoc-crossref and Quarto write them. One table for both forms, `fig:x` and `fig-x`. */
const prefixes: ReadonlySet<string> = new Set([
  ...['fig', 'tbl', 'tab', 'eq', 'sec', 'lst'],
  // Quarto's for appendices.
  'apx',
  ...['thm', 'lem', 'cor', 'prp', 'cnj', 'def', 'exm', 'exr', 'rem', 'sol', 'alg']
])

/** Those that bibliographies know too well with a hyphen: appendices, notes and proofs, whose name stands behind the prefix. */
const withColon: ReadonlySet<string> = new Set(['app', 'fn', 'prf'])

export interface CrossReferenceKey {
  readonly label: string
  readonly capitalised: boolean
}

/** `fig:map` as a label; `undefined` if the key is one of a bibliography. */
export function crossReferenceKey(key: string): CrossReferenceKey | undefined {
  const at = key.search(/[:-]/)
  const prefix = key.slice(0, Math.max(at, 0))
  const small = prefix.slice(0, 1).toLowerCase() + prefix.slice(1)
  const isKnown = prefixes.has(small) || (withColon.has(small) && key[at] === ':')
  if (!isKnown || key.length === at + 1) return undefined
  return {label: small + key.slice(at), capitalised: small !== prefix}
}
