import type {Edit} from './edits.ts'
import type {Operation} from './operations.ts'

const painting = new Set(['Tj', 'TJ', "'", '"'])

/** What a span of text stands for, in UTF-16: a soft hyphen alone, or with the letters before it. */
const actualText = /\/ActualText\s*<feff((?:[\da-f]{4})*)>/i

/**
 * What takes away the soft hyphens that browsers paint, without ink, before the hyphen at the end of a line:
 * programs that read the text would have both. Where the browser writes one together with the letter before it, the letter stays.
 */
export function softHyphenCuts(content: string, operations: Iterable<Operation>): ReadonlyArray<Edit> {
  const cuts: Array<Edit> = []
  let isInside = false
  for (const {operator, start, end} of operations) {
    const text = operator === 'BDC' ? withoutSoftHyphens(content.slice(start, end)) : ''
    if (operator === 'BDC' && text === '') isInside = true
    const isCut = operator === 'BDC' ? text !== undefined : isInside && (operator === 'EMC' || painting.has(operator))
    if (isCut) cuts.push({at: start, end, text: text ?? ''})
    if (operator === 'EMC') isInside = false
  }
  return cuts
}

/** What begins a span, if it stands for soft hyphens too, without them; empty where it stands for nothing else. */
function withoutSoftHyphens(written: string): string | undefined {
  const [, said = ''] = actualText.exec(written) ?? []
  const units = said.match(/.{4}/g) ?? []
  const letters = units.filter((unit) => unit.toLowerCase() !== '00ad')
  if (letters.length === units.length) return undefined
  return letters.length === 0 ? '' : written.replace(said, letters.join(''))
}
