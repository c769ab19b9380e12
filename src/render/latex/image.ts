import type {Image} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import type {Source} from '../../model/manuscript.ts'
import {placeOf} from '../../model/place.ts'
import {assetOf} from '../../util/asset.ts'
import {type ImageType, imageType, isPdf} from '../../util/image-type.ts'
import {type Length, lengthOf} from '../../util/length.ts'
import {unresolved} from './citation.ts'
import type {State} from './state.ts'

/** A picture as a file beside the text; where there is none, its name. */
export function image(node: Image, state: State): string {
  const asset = assetOf(state.article.assets, node.url, placeOf(node)?.file)
  const type = asset.kind === 'found' ? typeOf(asset.source, node, state) : undefined
  if (asset.kind !== 'found' || type === undefined) return unresolved([node.url], state)
  const page = type === 'pdf' ? pageOf(node) : []
  const sizes = [...page, ...sizesOf(node)].join(',')
  return `\\includegraphics${sizes === '' ? '' : `[${sizes}]`}{${state.picture(asset.source, type)}}`
}

/** LaTeX shows a PDF as it is, where it could be read. */
function typeOf(source: Source, node: Image, {article: {pdfTroubles = []}}: State): ImageType | 'pdf' | undefined {
  const type = imageType(source.bytes)
  if (type !== undefined || !isPdf(source.bytes)) return type
  const {line, column} = node.position?.start ?? {}
  const isRefused = pdfTroubles.some(
    ({kind, path, place}) =>
      kind !== 'many' && path === source.path && place?.start?.line === line && place?.start?.column === column
  )
  return isRefused ? undefined : 'pdf'
}

function pageOf(node: Image): ReadonlyArray<string> {
  const page = attributesOf(node).pairs.get('page')
  return page === undefined || !/^\d{1,5}$/.test(page) ? [] : [`page=${Number(page)}`]
}

/** What a picture says to those who do not see it. */
export function altOf(node: Image): string {
  return attributesOf(node).pairs.get('alt') ?? node.alt ?? ''
}

/** Width and height as the author wrote them; pixels are those of CSS, a 96th of an inch. */
function sizesOf(node: Image): ReadonlyArray<string> {
  const {pairs} = attributesOf(node)
  if (node.data?.share !== undefined) return ['width=\\linewidth']
  const written = (['width', 'height'] as const).flatMap((name) => {
    const length = lengthOf(pairs.get(name))
    if (length === undefined || (name === 'height' && length.unit === '%')) return []
    return [`${name}=${inLatex(length)}`]
  })
  return written.length === 2 ? [...written, 'keepaspectratio=false'] : written
}

function inLatex({number, unit}: Length): string {
  if (unit === '%') return `${Math.min(number, 100) / 100}\\linewidth`
  if (unit === '' || unit === 'px') return `${Math.round(number * 75) / 100}bp`
  return `${number}${unit === 'rem' ? 'em' : unit === 'pt' ? 'bp' : unit}`
}
