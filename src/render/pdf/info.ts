import type {PDFDocument} from '@cantoo/pdf-lib'
import type {Description} from './description.ts'

type Library = typeof import('@cantoo/pdf-lib')

/** Replace the Info dictionary (ISO 32000-1, 14.3.3). `Producer` stays: it is the browser that made the pages. */
export function setInfo(pdf: PDFDocument, library: Library, description: Description): void {
  const {PDFHexString, PDFString} = library
  const info = infoOf(pdf, library)
  const texts: Readonly<Record<string, string | undefined>> = {
    Title: description.title,
    Author: description.authors.join(', '),
    Subject: description.subject,
    Keywords: description.keywords.join(', '),
    Creator: description.creator
  }
  for (const [key, text] of Object.entries(texts)) {
    if (text === undefined || text === '') info.delete(library.PDFName.of(key))
    else info.set(library.PDFName.of(key), PDFHexString.fromText(text))
  }
  for (const key of ['CreationDate', 'ModDate']) {
    if (description.date === undefined) info.delete(library.PDFName.of(key))
    else info.set(library.PDFName.of(key), PDFString.of(dateOf(description.date)))
  }
}

/** `2025-03-09` as PDF has it (ISO 32000-1, 7.9.4), as precise. */
export function dateOf(iso: string): string {
  return `D:${iso.replaceAll('-', '')}`
}

/** Who made the pages, as the browser has it. */
export function producerOf(pdf: PDFDocument, library: Library): string {
  return infoOf(pdf, library).lookupMaybe(library.PDFName.of('Producer'), library.PDFString)?.decodeText() ?? ''
}

function infoOf(pdf: PDFDocument, {PDFDict}: Library) {
  const {context} = pdf
  const given = context.lookupMaybe(context.trailerInfo.Info, PDFDict)
  if (given !== undefined) return given
  const made = context.obj({})
  context.trailerInfo.Info = context.register(made)
  return made
}
