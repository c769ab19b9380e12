import type {BlockContent, DefinitionContent, Image, Paragraph, PhrasingContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import type {Caption, Figure} from '../../../model/nodes.ts'
import {lengthOf} from '../../../util/length.ts'
import {captionsOf, figureOf} from './figure.ts'

type Content = Figure['children'][number]

/**
 * The parts of a figure: each image with words or a label of its own, in a paragraph of several as by itself (pandoc-crossref).
 * One whose width is a share of the line, or that Quarto's `layout-ncol` gives one, stands beside others.
 */
export function partsOf(content: ReadonlyArray<BlockContent | DefinitionContent>, whole: Attributes): Array<Content> {
  const columns = Number(whole.pairs.get('layout-ncol'))
  const usual = Number.isInteger(columns) && columns > 1 && columns < 13 ? 1 / columns : undefined
  return content.flatMap((block): ReadonlyArray<Content> => {
    if (block.type === 'figure') return [placed(block, usual)]
    if (block.type !== 'paragraph') return [block]
    const images = imagesOf(block)
    if (images === undefined) return [block]
    const isPart = (image: Image) => captionsOf(image) !== undefined || attributesOf(image).id !== undefined
    if (images.some(isPart)) return images.map((image) => placed(partOf(image), usual))
    return usual === undefined ? [block] : images.map((image) => placed(partOf(image), usual))
  })
}

/** The images of a paragraph that holds nothing else. */
function imagesOf({children}: Paragraph): ReadonlyArray<Image> | undefined {
  const isSpace = (node: PhrasingContent) => node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
  const images = children.filter((node) => node.type === 'image')
  return images.length > 0 && children.every((node) => node.type === 'image' || isSpace(node)) ? images : undefined
}

function partOf(image: Image): Figure {
  const {pairs} = attributesOf(image)
  const shown: Image = {...image, alt: pairs.get('alt') ?? pairs.get('fig-alt') ?? null}
  const at = image.position === undefined ? {} : {position: image.position}
  const content: Paragraph = {type: 'paragraph', children: [shown], ...at}
  return figureOf('figure', [content], captionsOf(image) as Caption | undefined, attributesOf(image), image.position)
}

/** A part that takes its share of the line; its picture then fills it. */
function placed(part: Figure, usual: number | undefined): Figure {
  const images = part.children.flatMap((child) => (child.type === 'paragraph' ? (imagesOf(child) ?? []) : []))
  const [image, ...others] = images
  if (image === undefined || others.length > 0) return part
  const width = lengthOf(attributesOf(image).pairs.get('width'))
  const own = width?.unit === '%' && width.number > 0 && width.number < 100 ? width.number / 100 : undefined
  const share = own ?? (width === undefined ? usual : undefined)
  if (share === undefined) return part
  image.data = {...image.data, share}
  return {...part, share}
}
