/** Displayed formulas. */
export const formulas: ReadonlySet<string> = new Set([
  ...['align', 'displaymath', 'eqnarray', 'equation', 'flalign', 'gather', 'multline']
])

const blocks: ReadonlySet<string> = new Set([
  ...['figure', 'table', 'tabular', 'itemize', 'enumerate', 'quote', 'quotation', 'verbatim', 'lstlisting'],
  ...[
    'center',
    'description',
    'flushleft',
    'flushright',
    'longtable',
    'sidewaysfigure',
    'sidewaystable',
    'tabularx',
    'tabulary'
  ],
  ...['wrapfigure', 'wraptable']
])

/** Whether an environment of the name is understood, with a star or without. */
export function isEnvironment(name: string): boolean {
  const plain = name.replace(/\*$/, '')
  return formulas.has(plain) || blocks.has(plain)
}
