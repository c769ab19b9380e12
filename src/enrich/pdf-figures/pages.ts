import type {Image} from 'mdast'
import type {PdfTrouble} from '../../model/article.ts'
import {attributesOf} from '../../model/attributes.ts'
import {placeOf} from '../../model/place.ts'
import type {Template} from '../../model/template.ts'
import {printedWidth} from '../../util/printed-width.ts'
import type {Drawing} from './document.ts'

/** Dots to the inch on paper: what archives ask of halftones (PubMed Central, https://preview.ncbi.nlm.nih.gov/pmc/pub/filespec, checked 2026-11-23). */
const fineness = 300
/** Dots along a side of a very tall page. */
const most = 6000

/** A page to draw. */
export interface Page {
  readonly images: Array<Image>
  /** In dots. */
  width: number
}

/** The pages of one file that images ask for, and how finely; each image learns how wide its page is. Tells which cannot be had. */
export function pagesOf(
  images: ReadonlyArray<Image>,
  {path, drawing, template}: {readonly path: string; readonly drawing: Drawing; readonly template: Template},
  tell: (trouble: PdfTrouble) => void
): ReadonlyMap<number, Page> {
  const wanted = new Map<number, Page>()
  for (const image of images) {
    const given = attributesOf(image).pairs.get('page')
    const page = given === undefined ? 1 : Number(given)
    const {pages} = drawing
    const trouble = {path, pages, page: given, place: placeOf(image)}
    const isThere = Number.isInteger(page) && page >= 1 && page <= pages
    const size = isThere ? drawing.size(page) : undefined
    if (size === undefined) {
      tell({...trouble, kind: isThere ? 'page-unread' : 'page-missing'})
      continue
    }
    if (given === undefined && pages > 1) tell({...trouble, kind: 'many'})
    const fine = printedWidth(image, size, template) * fineness
    const width = Math.max(1, Math.round(Math.min(fine, most, (most * size.width) / size.height)))
    // A page has a size in inches, its picture one in dots: it is shown as large as the page.
    image.data = {...image.data, ownWidth: `${Math.round(size.width * 7200) / 100}pt`}
    const known = wanted.get(page) ?? {images: [], width: 0}
    known.images.push(image)
    known.width = Math.max(known.width, width)
    wanted.set(page, known)
  }
  return wanted
}
