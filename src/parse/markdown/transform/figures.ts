import type {BlockContent, Code, Image, Paragraph, PhrasingContent, Root, RootContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import {attributesOf} from '../../../model/attributes.ts'
import type {Caption, Div, Figure} from '../../../model/nodes.ts'
import {attributesOfText} from '../attribute-text.ts'
import {childrenOf} from '../tree/raw.ts'
import {parentsOf, setChildren} from './blocks.ts'
import {captionsOf, figureOf} from './figure.ts'
import {partsOf} from './parts.ts'
import {tableCaptions} from './table-captions.ts'

/** Reads a caption written as text, such as `caption="A *map*"`. */
export type ReadInline = (text: string) => ReadonlyArray<PhrasingContent>

/** Make floats: an image alone in its paragraph, a div of images or of a table, a captioned table, a labelled listing. */
export function figures(root: Root, inline: ReadInline): void {
  for (const parent of parentsOf(root)) {
    if (parent.type === 'figure') continue
    const children = childrenOf(parent)
    alternativeTexts(children)
    setChildren(
      parent,
      tableCaptions(children).flatMap((child) => [...written(child), floatOf(child, inline) ?? child])
    )
  }
}

function floatOf(node: RootContent, inline: ReadInline): RootContent | undefined {
  if (node.type === 'code') return listing(node, inline)
  if (node.type === 'div') return divFloat(node)
  return node.type === 'paragraph' ? imageFloat(node) : undefined
}

/** pandoc's implicit figure: the image's description is its caption, the alternative text an attribute. */
function imageFloat(paragraph: Paragraph): Figure | undefined {
  const [image, ...rest] = paragraph.children
  if (image?.type !== 'image' || rest.length > 0) return undefined
  const caption = captionsOf(image)
  // Without a word about it, and no label, it is an ornament.
  if (caption === undefined && attributesOf(image).id === undefined) return undefined
  const content: Paragraph = {...paragraph, children: [described(image)]}
  return figureOf('figure', [content], caption, attributesOf(image), paragraph.position)
}

/** In a figure, what stands in the brackets is the caption; the text for those who cannot see is said apart. */
function described(image: Image): Image {
  return {...image, alt: altOf(image) ?? null}
}

function altOf(image: Image): string | undefined {
  const {pairs} = attributesOf(image)
  return pairs.get('alt') ?? pairs.get('fig-alt')
}

/** In a line of text what stands in the brackets is the alternative text, unless one is given; empty ones give none. */
function alternativeTexts(children: ReadonlyArray<RootContent>): void {
  for (const child of children) {
    if (child.type === 'image') child.alt = altOf(child) ?? (child.alt === '' ? null : (child.alt ?? null))
  }
}

/** `::: {#fig:x}` around images, or a table; its last paragraph is the caption. */
function divFloat(div: Div): RootContent | undefined {
  // Its table is still in a file.
  if (attributesOf(div).classes.includes('csv-table')) return undefined
  const attributes = attributesOf(div)
  if (attributes.id === 'refs') return bibliography(div)
  const kind = kindOfLabel(attributes)
  if (kind === undefined) return undefined
  const content = div.children
  const last = content.at(-1)
  const isCaption = last?.type === 'paragraph' && content.length > 1 && last.children.some(isWord)
  const inside = (isCaption ? content.slice(0, -1) : content) as Array<BlockContent>
  const caption: Caption | undefined = isCaption ? captionOfParagraph(last) : undefined
  const [only] = inside
  // The table or listing inside is the float; the label is that of the div.
  if (only?.type === 'figure' && inside.length === 1 && only.label === undefined) {
    const own = only.children.filter((child): child is Caption => child.type === 'caption')
    const rest = only.children.filter((child) => child.type !== 'caption')
    return figureOf(kind, rest, caption ?? own[0], attributes, div.position)
  }
  const shown = kind === 'figure' ? partsOf(inside, attributes) : inside
  return figureOf(kind, shown, caption, attributes, div.position)
}

/** A paragraph of pictures alone is no caption. */
function isWord(node: PhrasingContent): boolean {
  return node.type !== 'image' && node.type !== 'break' && !(node.type === 'text' && node.value.trim() === '')
}

function captionOfParagraph({children, position}: Paragraph): Caption {
  return position === undefined ? {type: 'caption', children} : {type: 'caption', children, position}
}

const kinds: ReadonlyMap<string, Figure['kind']> = new Map([
  ['fig', 'figure'],
  ['lst', 'listing'],
  ['tab', 'table'],
  ['tbl', 'table']
])

function kindOfLabel({id}: Attributes): Figure['kind'] | undefined {
  return kinds.get(/^([a-z]+)[:-]/.exec(id ?? '')?.[1] ?? '')
}

/** What an author wrote where the list of references goes stands before it. */
function written(node: RootContent): ReadonlyArray<RootContent> {
  return node.type === 'div' && attributesOf(node).id === 'refs' ? node.children : []
}

function bibliography({position, data}: Div): RootContent {
  const place = position === undefined ? {} : {position}
  return {type: 'bibliography', children: [], ...(data === undefined ? {} : {data}), ...place}
}

/** Code says what it is in braces behind its fence; with a label or caption it is a listing. */
function listing(code: Code, inline: ReadInline): Code | Figure {
  const info = [code.lang, code.meta].filter((part) => part !== null && part !== undefined).join(' ')
  const brace = info.indexOf('{')
  const attributes = brace === -1 ? undefined : attributesOfText(info.slice(brace).trim())
  if (attributes === undefined) return code
  const word = info.slice(0, brace).trim()
  const lang = word === '' ? (attributes.classes.find((name) => !/^number-?lines$/i.test(name)) ?? null) : word
  const plain: Code = {...code, lang, meta: null, data: {...code.data, attributes}}
  const text = attributes.pairs.get('caption') ?? attributes.pairs.get('lst-cap')
  if (kindOfLabel(attributes) !== 'listing' && text === undefined) return plain
  const caption: Caption | undefined = text === undefined ? undefined : {type: 'caption', children: [...inline(text)]}
  return figureOf('listing', [plain], caption, attributes, code.position)
}
