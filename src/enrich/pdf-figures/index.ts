import type {Image, Nodes} from 'mdast'
import type {Draft, PdfTrouble} from '../../model/article.ts'
import {attributesOf} from '../../model/attributes.ts'
import type {Source} from '../../model/manuscript.ts'
import {placeOf} from '../../model/place.ts'
import type {World} from '../../model/world.ts'
import {assetOf} from '../../util/asset.ts'
import {walk} from '../../util/walk.ts'
import {drawnPages} from './drawn-pages.ts'

/** What came of the figures in PDF. */
export interface PdfFigures {
  /** Those of the draft, and the pages drawn. */
  readonly assets: ReadonlyMap<string, Source>
  readonly pdfTroubles: ReadonlyArray<PdfTrouble>
}

/**
 * Give each image that names a PDF a picture that every format can show (`data.shown`): the author's own of the same name beside it,
 * `map.svg` for `map.pdf`, else its page drawn in PNG, as fine as its printed width asks for.
 */
export async function pdfFigures(
  texts: ReadonlyArray<Nodes>,
  draft: Draft,
  world: Partial<Pick<World, 'cache' | 'resources'>>
): Promise<PdfFigures> {
  const {assets} = draft
  const undrawn = new Map<Source, Array<Image>>()
  for (const image of walk(texts)) {
    if (image.type !== 'image' || !/\.pdf$/i.test(image.url)) continue
    const asset = assetOf(assets, image.url, placeOf(image)?.file)
    if (asset.kind !== 'found') continue
    const own = attributesOf(image).pairs.has('page') ? undefined : sibling(asset.source.path, assets)
    if (own === undefined) undrawn.set(asset.source, [...(undrawn.get(asset.source) ?? []), image])
    else image.data = {...image.data, shown: own}
  }
  if (undrawn.size === 0) return {assets, pdfTroubles: []}
  const all = new Map(assets)
  const pdfTroubles = await drawnPages(undrawn, draft, world, all)
  return {assets: all, pdfTroubles}
}

/** Best first: what stays sharp, then what loses nothing. */
const extensions = ['svg', 'png', 'webp', 'jpg', 'jpeg', 'gif']

function sibling(path: string, assets: ReadonlyMap<string, Source>): string | undefined {
  const base = path.replace(/[^.]*$/, '')
  const names = extensions.flatMap((extension) => [`${base}${extension}`, `${base}${extension.toUpperCase()}`])
  return names.find((name) => assets.has(name))
}
