import type {Image} from 'mdast'
import type {Figure} from '../../../model/nodes.ts'
import type {Group} from './groups.ts'
import {blanked, groupsAt} from './groups.ts'

/** A part of a figure as it is written: what stands in it, its caption if that stands apart, and its share of the line. */
export interface Part {
  readonly body: Group
  readonly caption: Group | undefined
  readonly share: number | undefined
  /** `minipage`, whose caption is a figure's of its own. */
  readonly isPage: boolean
}

/**
 * The parts of a figure and all else, in its place: the environments `subfigure` (subcaption) and `minipage` with a caption,
 * `\subfloat[caption]{…}` (subfig), `\subfigure[caption]{…}`, `\subcaptionbox{caption}[width]{…}`.
 */
export function partsIn({text, at}: Group): {readonly parts: ReadonlyArray<Part>; readonly rest: Group} {
  const parts: Array<Part> = []
  let rest = text
  for (const match of [...text.matchAll(opening)].slice(0, most)) {
    const [start, environment, command] = match
    const from = match.index
    if (rest.slice(from, from + start.length) !== start) continue
    const found =
      environment === undefined
        ? inCommand(text, at, from + start.length, command ?? '')
        : inEnvironment(text, at, from + start.length, environment)
    if (found === undefined) continue
    parts.push(found.part)
    rest = blanked(rest, from, found.end)
  }
  return {parts, rest: {text: rest, at}}
}

/** There are no more letters for parts, twice over. */
const most = 60

const opening = /\\begin\{(subfigure|subtable|minipage)\}|\\(subfloat|subfigure|subcaptionbox)\*?(?=[[{])/g

interface FoundPart {
  readonly part: Part
  readonly end: number
}

function inEnvironment(text: string, at: number, from: number, name: string): FoundPart | undefined {
  const close = `\\end{${name}}`
  const end = text.indexOf(close, from)
  const {required, end: inside} = groupsAt(text, from, 1)
  if (end === -1 || end < inside) return undefined
  const body = {text: text.slice(inside, end), at: at + inside}
  const isPage = name === 'minipage'
  if (isPage && !/\\caption\*?[[{]/.test(body.text)) return undefined
  return {part: {body, caption: undefined, share: shareOf(required[0]?.text), isPage}, end: end + close.length}
}

function inCommand(text: string, at: number, from: number, name: string): FoundPart | undefined {
  const isBox = name === 'subcaptionbox'
  const head = groupsAt(text, from, 1)
  const behind = isBox ? groupsAt(text, head.end, 1) : head
  const body = behind.required[0]
  if (body === undefined) return undefined
  // Of two words in brackets the first is for the list of figures.
  const words = isBox ? head.required[0] : head.optional.at(-1)
  const share = isBox ? shareOf(behind.optional[0]?.text) : undefined
  const caption = words && {text: words.text, at: at + words.at}
  return {part: {body: {text: body.text, at: at + body.at}, caption, share, isPage: false}, end: behind.end}
}

/** `0.48\textwidth` of the line; what is no share of it stands by itself. */
function shareOf(width: string | undefined): number | undefined {
  const number = /^\s*(0?\.\d+)\s*\\(?:textwidth|linewidth|columnwidth|hsize)\s*$/.exec(width ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Have a part take its share of the line, which its picture fills; without one, the picture's own width is the share. */
export function placed(part: Figure, share: number | undefined, images: ReadonlyArray<Image>): Figure {
  const [image, ...others] = images
  if (image === undefined || others.length > 0) return share === undefined ? part : {...part, share}
  const width = /^(\d{1,2}(?:\.\d)?)%$/.exec(image.data?.attributes?.pairs.get('width') ?? '')?.[1]
  const own = share ?? (width === undefined ? undefined : Number(width) / 100)
  if (own === undefined) return part
  image.data = {...image.data, share: own}
  return {...part, share: own}
}
