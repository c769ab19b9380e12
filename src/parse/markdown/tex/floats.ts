import type {Image, RootContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import type {Caption, Figure, FloatKind} from '../../../model/nodes.ts'
import {figureOf} from '../transform/figure.ts'
import {graphicOf} from './graphics.ts'
import type {Found, Group} from './groups.ts'
import {blanked, commandIn, commandsIn} from './groups.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'
import type {Environment, TexReader} from './reader.ts'
import type {Part} from './subfigures.ts'
import {partsIn, placed} from './subfigures.ts'
import {tabular} from './tabular.ts'

/** `figure`: its images or parts, and whatever else stands in it, above its caption; figures side by side where each page in it has its own. */
export function figures(environment: Environment, reader: TexReader): ReadonlyArray<RootContent> {
  const {node, body} = environment
  const {parts, rest} = partsIn(body)
  const whole = partsOf({...environment, body: rest}, reader)
  const pages = whole.caption === undefined && parts.length > 0 && parts.every(({isPage}) => isPage)
  if (pages) return parts.map((part) => partOf(part, environment, reader).figure)
  const made = parts.map((part) => {
    const {figure, images} = partOf(part, environment, reader)
    return placed(figure, part.share, images)
  })
  return [floatOf('figure', [...made, ...shownIn(whole.rest, node, reader)], whole.caption, whole.attributes, node)]
}

function partOf(part: Part, environment: Environment, reader: TexReader) {
  const {node} = environment
  const own = partsOf({...environment, body: part.body}, reader)
  const label = part.caption && commandIn(part.caption.text, 'label')
  const caption = part.caption === undefined ? own.caption : captionOf(part.caption, label, 0, node, reader)
  const id = label?.required[0]?.text.trim()
  const attributes = id === undefined ? own.attributes : {...own.attributes, id}
  const shown = shownIn(own.rest, node, reader)
  const images = shown.flatMap((block) =>
    block.type === 'paragraph' ? block.children.filter((each) => each.type === 'image') : []
  )
  return {figure: figureOf('figure', shown, caption, attributes, node.position), images}
}

/** Images in one paragraph, then all else. */
function shownIn(rest: Group, node: TexNode, reader: TexReader): Figure['children'] {
  const graphics = commandsIn(rest.text, 'includegraphics')
  const images = graphics.map((found) => graphicOf(found, rest.at, node, reader.report))
  const others = contentOf(withoutAll(rest, graphics), reader)
  return [
    ...(images.length === 0 ? [] : [{type: 'paragraph' as const, children: spaced(images), ...place(node)}]),
    ...others
  ]
}

/** `table`: what stands in it, below its caption. */
export function table(environment: Environment, reader: TexReader): RootContent {
  const {rest, caption, attributes} = partsOf(environment, reader)
  return floatOf('table', contentOf(rest, reader), caption, attributes, environment.node)
}

/** `longtable`: the head that later pages repeat stands once, and their feet not at all. */
export function longTable(environment: Environment, reader: TexReader): RootContent {
  const {rest, caption, attributes} = partsOf(environment, reader)
  const made = tabular(environment.node, {text: onePage(rest.text), at: rest.at}, reader)
  const isBare = caption === undefined && attributes.id === undefined
  return isBare ? made : floatOf('table', [made], caption, attributes, environment.node)
}

/** All else stays where it is. */
function onePage(text: string): string {
  const marks = [...text.matchAll(/\\end(firsthead|head|foot|lastfoot)\b/g)]
  const hasFirst = marks.some(([, name]) => name === 'firsthead')
  let from = 0
  let out = text
  for (const {0: mark, 1: name, index} of marks) {
    const isKept = name === 'firsthead' || (name === 'head' && !hasFirst)
    out = blanked(out, isKept ? index : from, index + mark.length)
    from = index + mark.length
  }
  // What ended the line of the caption.
  return out.replace(/^(\s*\{[^\n]*\}\s*)\\\\/, '$1  ')
}

interface Parts {
  /** The body without placement, caption and label, all else in its place. */
  readonly rest: Group
  readonly caption: Caption | undefined
  readonly attributes: Attributes
}

function partsOf({name, body, node}: Environment, reader: TexReader): Parts {
  const caption = commandIn(body.text, 'caption')
  const words = caption?.required[0]
  // A label may stand in the caption itself.
  const inCaption = words === undefined ? undefined : commandIn(words.text, 'label')
  const outside = caption === undefined ? body.text : blanked(body.text, caption.at, caption.end)
  const label = inCaption ?? commandIn(outside, 'label')
  const id = label?.required[0]?.text.trim()
  const text = label === undefined || label === inCaption ? outside : blanked(outside, label.at, label.end)
  const bare = text.replace(/^\s*\[[^\]\n]*\]/, (match) => ' '.repeat(match.length))
  return {
    rest: {text: bare, at: body.at},
    caption: words && captionOf(words, inCaption, body.at, node, reader),
    attributes: {
      ...(id === undefined ? {} : {id}),
      classes: name.startsWith('sideways') ? ['sideways'] : [],
      pairs: new Map()
    }
  }
}

function captionOf(words: Group, label: Found | undefined, from: number, node: TexNode, reader: TexReader): Caption {
  const text = label === undefined ? words.text : blanked(words.text, label.at, label.end)
  const lead = text.length - text.trimStart().length
  const at = from + words.at + lead
  const children = reader.inline({text: text.trim(), at})
  return {type: 'caption', children, ...positionIn(node, at, text.trim().length)}
}

function spaced(images: ReadonlyArray<Image>) {
  return images.flatMap((image, index) => (index === 0 ? [image] : [{type: 'text', value: ' '} as const, image]))
}

function withoutAll({text, at}: Group, found: ReadonlyArray<Found>): Group {
  return {text: found.reduce((rest, command) => blanked(rest, command.at, command.end), text), at}
}

/** Lines that are not empty, from the first to the last. */
function contentOf({text, at}: Group, reader: TexReader): Figure['children'] {
  const bare = text.replace(
    /\\(?:centering|small|footnotesize|scriptsize|hfill|quad|qquad|hspace\*?\{[^}]*\}|vspace\*?\{[^}]*\})(?![A-Za-z])/g,
    (match) => ' '.repeat(match.length)
  )
  const lead = bare.length - bare.trimStart().length
  // Indented lines would be code.
  const trimmed = bare.trim().replace(/\n[ \t]+/g, '\n')
  return trimmed === '' ? [] : (reader.blocks({text: trimmed, at: at + lead}) as Figure['children'])
}

function floatOf(
  kind: FloatKind,
  content: Figure['children'],
  caption: Caption | undefined,
  attributes: Attributes,
  {position}: TexNode
): RootContent {
  return figureOf(kind, content, caption, attributes, position)
}

function place({position}: TexNode): Pick<RootContent, 'position'> {
  return position === undefined ? {} : {position}
}
