import type {Article} from '../model/article.ts'
import type {Place} from '../model/place.ts'
import {placeOf} from '../model/place.ts'

/** Where a field of the front matter stands, by its path in the model; else what it belongs to, the front matter, the text. */
export function metaPlace({meta, body}: Article, path: string): Place | undefined {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const place = meta.places.get(parts.slice(0, length).join('.'))
    if (place !== undefined) return place
  }
  return meta.places.get('') ?? placeOf(body) ?? placeOf(body.children[0])
}
