import type {PDFDocument, PDFRef} from '@cantoo/pdf-lib'
import {embed} from './embed.ts'
import {texKey} from './formulas.ts'
import {textIn} from './hexadecimal-text.ts'
import type {Tag} from './tags/structure.ts'
import {elementsIn} from './tags/structure.ts'
import type {Library} from './tags/tree.ts'

/**
 * Attach to each formula of the structure tree its MathML (ISO 32000-2, 14.13), formulas that
 * read the same sharing one file; `formulas` has it by their TeX, `date` is the files’ day.
 */
export function attachFormulas(
  pdf: PDFDocument,
  library: Library,
  {root, formulas}: {readonly root: Tag | undefined; readonly formulas: ReadonlyMap<string, string>},
  date: string | undefined
): void {
  if (formulas.size === 0) return
  const {PDFName} = library
  const files = new Map<string, PDFRef>()
  for (const {dict, type} of elementsIn(root)) {
    if (type !== 'Formula') continue
    const alternative = textIn(dict.lookup(PDFName.of('Alt')), library)
    if (alternative === undefined) continue
    const key = texKey(alternative)
    const mathml = formulas.get(key)
    if (mathml === undefined) continue
    const file = files.get(key) ?? embed(pdf, library, described(mathml, files.size + 1), date)
    files.set(key, file)
    dict.set(PDFName.of('AF'), pdf.context.obj([file]))
  }
}

function described(mathml: string, number: number) {
  const bytes = new TextEncoder().encode(mathml)
  const name = `formula-${number}.mml`
  return {
    name,
    bytes,
    type: 'application/mathml+xml',
    about: 'The formula as MathML',
    relationship: 'Supplement'
  } as const
}
