import type {PDFDict, PDFDocument, PDFObject} from '@cantoo/pdf-lib'
import type {Finding} from '../check/index.ts'
import type {Library} from '../tags/tree.ts'

const filters = new Set(
  `ASCIIHexDecode ASCII85Decode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode FlateDecode`
    .split(' ')
    .map((name) => `/${name}`)
)
const modes = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion
  Hue Saturation Color Luminosity`.split(/\s+/)
)

/** Whether streams, pictures and graphics states keep to what archives can read (6.1.7, 6.2.5, 6.2.8, 6.2.10). */
export function* checkStreams({context}: PDFDocument, library: Library): Generator<Finding> {
  const {PDFDict, PDFStream} = library
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) yield* checkStream(object.dict, library)
    else if (object instanceof PDFDict) yield* checkState(object, library)
  }
}

function* checkStream(dict: PDFDict, {PDFArray, PDFBool, PDFName}: Library): Generator<Finding> {
  const has = (key: string) => dict.has(PDFName.of(key))
  const filter = dict.lookup(PDFName.of('Filter'))
  const used = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
  if (used.some((each) => !filters.has(String(each))))
    yield {condition: '6.1.7.2', what: 'a stream is compressed oddly'}
  const isFile = dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile')
  if (has('F') && !isFile) yield {condition: '6.1.7.1', what: 'a stream lies in another file'}
  const kind = dict.get(PDFName.of('Subtype'))
  if (kind === PDFName.of('PS')) yield {condition: '6.2.9', what: 'there is PostScript'}
  if (kind !== PDFName.of('Image')) return
  if (dict.lookup(PDFName.of('Interpolate')) === PDFBool.True)
    yield {condition: '6.2.8', what: 'a picture is to be smoothed'}
  if (has('Alternates') || has('OPI')) yield {condition: '6.2.8', what: 'a picture stands for another'}
  if (namesInk(dict.lookup(PDFName.of('ColorSpace'))))
    yield {condition: '6.2.4.3', what: 'a picture is in inks (CMYK), where the colours are those of screens'}
}

function namesInk(space: PDFObject | undefined): boolean {
  return space !== undefined && /\/DeviceCMYK\b/.test(String(space))
}

/** A graphics state: transfer functions and halftones are for presses, and blending has its names. */
function* checkState(dict: PDFDict, {PDFName}: Library): Generator<Finding> {
  const isState = ['BM', 'ca', 'CA', 'TR', 'TR2', 'HTP'].some((key) => dict.has(PDFName.of(key)))
  if (!isState || dict.has(PDFName.of('Subtype'))) return
  const other = dict.get(PDFName.of('TR2'))
  if (dict.has(PDFName.of('TR')) || dict.has(PDFName.of('HTP')) || (other && other !== PDFName.of('Default')))
    yield {condition: '6.2.5', what: 'it says how a press is to draw'}
  const mode = dict.lookup(PDFName.of('BM'))
  if (mode instanceof PDFName && !modes.has(mode.decodeText()))
    yield {condition: '6.2.10', what: 'it blends in a way of no standard'}
}
