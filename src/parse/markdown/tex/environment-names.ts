/** Displayed formulas, and what LaTeX has for their lines inside of one. */
export const formulas: ReadonlyMap<string, string> = new Map([
  ['equation', ''],
  ['displaymath', ''],
  ['align', 'aligned'],
  ['flalign', 'aligned'],
  ['eqnarray', 'aligned'],
  ['gather', 'gathered'],
  ['multline', 'gathered']
])

const blocks: ReadonlySet<string> = new Set([
  ...['figure', 'table', 'tabular', 'itemize', 'enumerate', 'quote', 'quotation', 'verbatim', 'lstlisting'],
  ...['center', 'flushleft', 'flushright']
])

/** Whether an environment of the name is understood, with a star or without. */
export function isEnvironment(name: string): boolean {
  const plain = name.replace(/\*$/, '')
  return formulas.has(plain) || blocks.has(plain)
}
