import type {Image} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import {placeOf} from '../../model/place.ts'
import {assetOf} from '../../util/asset.ts'
import {imageType} from '../../util/image-type.ts'
import {unresolved} from './citation.ts'
import type {State} from './state.ts'

/** A picture as a file beside the text; where there is none, its name. */
export function image(node: Image, state: State): string {
  const asset = assetOf(state.article.assets, node.url, placeOf(node)?.file)
  const type = asset.kind === 'found' ? imageType(asset.source.bytes) : undefined
  if (asset.kind !== 'found' || type === undefined) return unresolved([node.url], state)
  const sizes = sizesOf(node)
  return `\\includegraphics${sizes === '' ? '' : `[${sizes}]`}{${state.picture(asset.source, type)}}`
}

/** What a picture says to those who do not see it. */
export function altOf(node: Image): string {
  return attributesOf(node).pairs.get('alt') ?? node.alt ?? ''
}

/** Width and height as the author wrote them; pixels are those of CSS, a 96th of an inch. */
function sizesOf(node: Image): string {
  const {pairs} = attributesOf(node)
  const written = (['width', 'height'] as const).flatMap((name) => {
    const [, number, unit = ''] =
      /^(\d{1,5}(?:\.\d{1,4})?|\.\d{1,4})\s?(%|cm|mm|in|px|pt|em|rem|)$/.exec(pairs.get(name) ?? '') ?? []
    if (number === undefined || (name === 'height' && unit === '%')) return []
    return [`${name}=${length(Number(number), unit)}`]
  })
  return written.length === 2 ? [...written, 'keepaspectratio=false'].join(',') : written.join(',')
}

function length(number: number, unit: string): string {
  if (unit === '%') return `${Math.min(number, 100) / 100}\\linewidth`
  if (unit === '' || unit === 'px') return `${Math.round(number * 75) / 100}bp`
  return `${number}${unit === 'rem' ? 'em' : unit === 'pt' ? 'bp' : unit}`
}
