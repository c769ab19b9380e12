import type {Image, ImageReference, PhrasingContent} from 'mdast'

const descriptions = new WeakMap<Image | ImageReference, ReadonlyArray<PhrasingContent>>()

/** What stands in an image's brackets, with markup: a figure's caption. mdast itself keeps its plain text alone. */
export function descriptionOf(image: Image | ImageReference): ReadonlyArray<PhrasingContent> {
  return descriptions.get(image) ?? []
}

/** Keep what stands in an image's brackets. */
export function setDescription(image: Image | ImageReference, children: ReadonlyArray<PhrasingContent>): void {
  descriptions.set(image, children)
}
