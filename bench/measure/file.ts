import {readFile} from 'node:fs/promises'
import {PDFDocument} from '@cantoo/pdf-lib'
import {measureAgain, measureArchive} from './archive.ts'
import {measureArea} from './area.ts'
import {measureCitations} from './citations.ts'
import {labelled, measureDocument} from './document.ts'
import {sceneOf} from './fragments.ts'
import {measureGrid} from './grid.ts'
import type {Measure} from './measure.ts'
import {absent} from './measure.ts'
import {measureNotes} from './notes.ts'
import {measurePages} from './pages.ts'
import {painted} from './painted.ts'
import {measureParagraphs} from './paragraphs.ts'
import {measureTables} from './tables.ts'
import {measureText} from './text.ts'
import {measureType} from './type.ts'
import {measureWide} from './wide.ts'
import {measureWords} from './words.ts'

/** What a PDF is compared with. */
export interface Beside {
  /** The same article as text or HTML. */
  readonly words?: string | undefined
  /** Another build of the same. */
  readonly again?: string | undefined
}

/** All that is measured of a PDF, in the order of the requirements; and how many pages it has. */
export async function measureFile(
  path: string,
  {words, again}: Beside
): Promise<{pages: number; all: ReadonlyArray<Measure>}> {
  const pdf = await PDFDocument.load(await readFile(path), {updateMetadata: false})
  const scene = sceneOf(pdf, painted(pdf))
  const all = [
    ...measureDocument(pdf, path),
    labelled(pdf),
    ...measureArchive(pdf, scene),
    measureCitations(scene),
    again === undefined
      ? absent('P26', 'bytes of another build', 'not compared: --again FILE')
      : measureAgain(path, again),
    words === undefined
      ? absent('P27', 'words that are not in the PDF', 'not compared: --words FILE')
      : measureWords(scene, words),
    ...measureArea(path, scene),
    ...measureText(path),
    ...measureParagraphs(scene),
    ...measureType(pdf, scene),
    ...measureNotes(pdf, scene),
    ...measurePages(scene),
    ...measureGrid(scene),
    ...measureWide(scene),
    ...measureTables(scene)
  ]
  return {pages: pdf.getPageCount(), all: all.toSorted(byId)}
}

/** `P9` before `P20`, and these before `T1`. */
function byId({id: one}: Measure, {id: next}: Measure): number {
  return one.charCodeAt(0) - next.charCodeAt(0) || Number(one.slice(1)) - Number(next.slice(1))
}
