import {h} from 'hastscript'
import type {Image} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import {pictureOf} from '../../util/asset.ts'
import {type ImageType, imageType} from '../../util/image-type.ts'
import {lengthOf} from '../../util/length.ts'
import {mediaTypes} from '../../util/media-types.ts'
import {authored} from './attributes.ts'
import type {Scope, Writer, Written} from './scope.ts'

/**
 * A picture inside the page itself, where no script of it can run; where there is none, its name in a box.
 * A picture at a remote address is never fetched.
 */
export function image(node: Image, {scope}: Writer): Written {
  const asset = pictureOf(scope.article.assets, node)
  const type = asset.kind === 'found' ? imageType(asset.source.bytes) : undefined
  if (asset.kind !== 'found' || type === undefined) {
    return h('span', {...authored(node, ['missing', 'unresolved'])}, `[?${node.url}]`)
  }
  const alt = attributesOf(node).pairs.get('alt') ?? node.alt ?? ''
  const src = scope.addressOf?.(asset.source, type) ?? dataOf(asset.source.bytes, type)
  return h('img', {...authored(node, sizes(node, scope)), src, alt})
}

function dataOf(bytes: Uint8Array, type: ImageType): string {
  return `data:${mediaTypes[type]};base64,${Buffer.from(bytes).toString('base64')}`
}

/** Width and height as the author wrote them: pixels, a share of the measure, or a CSS length. */
function sizes(node: Image, {styles}: Scope): ReadonlyArray<string> {
  const {pairs} = attributesOf(node)
  if (node.data?.share !== undefined) return [styles.classOf('width:100%')]
  return (['width', 'height'] as const).flatMap((name) => {
    const own = name === 'width' && !pairs.has('height') ? node.data?.ownWidth : undefined
    const length = lengthOf(pairs.get(name) ?? own)
    if (length === undefined || (name === 'height' && length.unit === '%')) return []
    return [styles.classOf(`${name}:${length.number}${length.unit === '' ? 'px' : length.unit}`)]
  })
}
