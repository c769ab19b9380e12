import type {Image, PhrasingContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import type {Caption, Figure, FloatKind} from '../../../model/nodes.ts'
import {descriptionOf} from '../tree/descriptions.ts'

/** A float of what it shows, its caption and its attributes; their `id` is its label. */
export function figureOf(
  kind: FloatKind,
  content: Figure['children'],
  caption: Caption | undefined,
  attributes: Attributes,
  position: Figure['position']
): Figure {
  const {id, classes, pairs} = attributes
  const children = caption === undefined ? content : [...content, caption]
  const figure: Figure = {type: 'figure', kind, ...(id === undefined ? {} : {label: id}), children}
  if (id !== undefined || classes.length > 0 || pairs.size > 0) figure.data = {attributes}
  if (position !== undefined) figure.position = position
  return figure
}

/** The caption that stands in an image's brackets, with its markup; none if they are empty. */
export function captionsOf(image: Image): Caption | undefined {
  const children: ReadonlyArray<PhrasingContent> = descriptionOf(image)
  if (children.length === 0) return undefined
  return image.position === undefined
    ? {type: 'caption', children: [...children]}
    : {type: 'caption', children: [...children], position: image.position}
}
