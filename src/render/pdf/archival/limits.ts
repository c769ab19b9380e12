import type {PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import type {Finding} from '../check/index.ts'
import type {Library} from '../tags/tree.ts'

const [longestString, longestName] = [32_767, 127]

/** Whether strings and names are as short as archives ask (6.1.13). */
export function* checkLimits({context}: PDFDocument, library: Library): Generator<Finding> {
  const {PDFArray, PDFDict, PDFStream} = library
  const open: Array<PDFObject> = context.enumerateIndirectObjects().map(([, object]) => object)
  const found = new Set<string>()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const what = isTooLong(next, library)
    if (what !== undefined) found.add(what)
    if (next instanceof PDFArray) open.push(...next.asArray())
    if (next instanceof PDFStream) open.push(next.dict)
    if (next instanceof PDFDict) open.push(...next.keys(), ...next.values())
  }
  for (const what of found) yield {condition: '6.1.13', what}
}

function isTooLong(object: PDFObject, {PDFHexString, PDFName, PDFString}: Library): string | undefined {
  if (object instanceof PDFName && object.asBytes().length > longestName) return 'a name is too long'
  if (!(object instanceof PDFString || object instanceof PDFHexString)) return undefined
  return object.asBytes().length > longestString ? 'a text beside the pages is too long' : undefined
}
