import {deflateSync} from 'node:zlib'
import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Library} from '../tags/tree.ts'
import {srgb} from './srgb.ts'

const name = 'sRGB IEC61966-2.1'

/** Say what the document's colours are: those of screens (ISO 19005-2, 6.2.3). */
export function setOutputIntent({catalog, context}: PDFDocument, {PDFName, PDFString}: Library): void {
  const profile = context.stream(deflateSync(srgb()), {N: 3, Filter: 'FlateDecode'})
  const intent = context.obj({Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: context.register(profile)})
  for (const key of ['OutputConditionIdentifier', 'Info']) intent.set(PDFName.of(key), PDFString.of(name))
  intent.set(PDFName.of('RegistryName'), PDFString.of('http://www.color.org'))
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}
