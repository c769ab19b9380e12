import type {PDFDocument} from '@cantoo/pdf-lib'
import {checkArchival, hasPrivateCharacters, isSeeThrough, partOf, setOutputIntent} from './archival/index.ts'
import {setMetadata} from './catalog.ts'
import type {Finding} from './check/index.ts'
import {check} from './check/index.ts'
import type {Description} from './description.ts'
import type {ArchivalMark} from './xmp.ts'
import {xmp} from './xmp.ts'

type Library = typeof import('@cantoo/pdf-lib')

/** What the checks said. */
export interface Marked {
  /** Why the document is not marked as PDF/UA-1; empty if it is. */
  readonly findings: ReadonlyArray<Finding>
  /** Absent where it was not to be PDF/A. */
  readonly archival?: Archival | undefined
  /** The XMP that it has now. */
  readonly packet: string
}

/** What was found of a document that was to be PDF/A. */
interface Archival {
  readonly part: 2 | 3
  /** Why it is not marked; empty if it is. */
  readonly findings: ReadonlyArray<Finding>
  readonly isSeeThrough: boolean
}

/** Mark a document, in its XMP, as PDF/UA-1 and, where that is asked for, PDF/A: as far as the checks find nothing. */
export function mark(
  pdf: PDFDocument,
  library: Library,
  {description, producer, archival}: {description: Description; producer: string; archival: boolean}
): Marked {
  const part = archival ? partOf(pdf, library) : 2
  if (archival) setOutputIntent(pdf, library)
  const trial: ArchivalMark | undefined = archival ? {part, level: 'A'} : undefined
  setMetadata(pdf, library, xmp(description, producer, {accessible: true, archival: trial}))
  const findings = check(pdf, library)
  const unfit = archival ? checkArchival(pdf, library) : []
  const accessible = findings.length === 0
  const packet = xmp(description, producer, {
    accessible,
    archival:
      archival && unfit.length === 0
        ? {part, level: accessible && !hasPrivateCharacters(pdf, library) ? 'A' : 'U'}
        : undefined
  })
  setMetadata(pdf, library, packet)
  const told = archival ? {part, findings: unfit, isSeeThrough: isSeeThrough(pdf, library)} : undefined
  return {findings, archival: told, packet}
}
