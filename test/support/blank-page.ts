import {PDFDocument} from '@cantoo/pdf-lib'

/** A PDF of one blank page, as a browser might print it. */
export async function blankPage(): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  document.addPage()
  return document.save()
}
