import {isUsualStatement} from './theorem-names.ts'

/** Displayed formulas. */
export const formulas: ReadonlySet<string> = new Set([
  ...['align', 'alignat', 'displaymath', 'eqnarray', 'equation', 'flalign', 'gather', 'multline']
])

const blocks: ReadonlySet<string> = new Set([
  ...['figure', 'table', 'tabular', 'itemize', 'enumerate', 'quote', 'quotation', 'verbatim', 'lstlisting', 'minted'],
  ...[
    'center',
    'description',
    'flushleft',
    'flushright',
    'landscape',
    'longtable',
    'sidewaysfigure',
    'sidewaystable',
    'tabularx',
    'tabulary'
  ],
  ...['subequations', 'wrapfigure', 'wraptable']
])

/** What is about the page alone: what stands in them stands as it is. */
export const transparent: ReadonlySet<string> = new Set([
  ...['adjustbox', 'adjustwidth', 'document', 'minipage', 'multicols', 'small', 'footnotesize', 'spacing'],
  ...['singlespace', 'doublespace', 'onehalfspace', 'sloppypar', 'widetext', 'threeparttable']
])

/** Whether an environment of the name is understood, with a star or without. */
export function isEnvironment(name: string): boolean {
  const plain = name.replace(/\*$/, '')
  return formulas.has(plain) || blocks.has(plain) || transparent.has(plain) || isUsualStatement(plain)
}
