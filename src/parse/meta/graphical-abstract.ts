import type {Image, PhrasingContent, Root} from 'mdast'
import type {Caption, Figure} from '../../model/nodes.ts'
import {terms} from '../../util/terms.ts'
import type {YamlEntry, YamlNode} from '../../util/yaml.ts'
import {inlineOf} from './prose.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, textOf, vocabulary} from './reading.ts'

const known = vocabulary({image: 'file src path figure', alt: 'alternative description', caption: 'text title'})

/** `graphical-abstract: a.png`, or `{image, alt, caption}`: a figure that is not counted, and says what it is. */
export function graphicalAbstractOf(
  entry: YamlEntry | undefined,
  language: string,
  reading: Reading
): Root | undefined {
  if (entry === undefined) return undefined
  const {value} = entry
  if (value.kind === 'list') {
    reading.refuse({reason: 'Unexpected list as `graphical-abstract`, expected an image', place: value.place})
    return undefined
  }
  const fields: Fields = value.kind === 'map' ? fieldsOf(value, known, reading) : new Map([['image', entry]])
  const url = textOf(fields.get('image'), 'image', reading)
  if (url === undefined) {
    const note = 'Give its file as `image:`.'
    reading.refuse({reason: 'Cannot find the image of the graphical abstract', place: value.place, note})
    return undefined
  }
  const words = inlineOf(fields.get('caption'), 'caption', reading)
  return {type: 'root', children: [figureOf(url, fields, words ?? [], {language, value, reading})]}
}

interface Around {
  readonly language: string
  readonly value: YamlNode
  readonly reading: Reading
}

function figureOf(
  url: string,
  fields: Fields,
  words: ReadonlyArray<PhrasingContent>,
  {language, value, reading}: Around
): Figure {
  const alt = textOf(fields.get('alt'), 'alt', reading) ?? null
  const {file, start = {line: 1, column: 1}, end = start} = fields.get('image')?.value.place ?? value.place
  const position = {start, end, file}
  const image: Image = {type: 'image', url, alt, position}
  const lead: PhrasingContent = {
    type: 'strong',
    children: [{type: 'text', value: `${terms(language).graphicalAbstract}.`}]
  }
  const gap: ReadonlyArray<PhrasingContent> = words.length === 0 ? [] : [{type: 'text', value: ' '}]
  const caption: Caption = {type: 'caption', children: [lead, ...gap, ...words]}
  const attributes = {classes: ['graphical-abstract', 'unnumbered'], pairs: new Map<string, string>()}
  const content = {type: 'paragraph' as const, children: [image], position}
  return {type: 'figure', kind: 'figure', children: [content, caption], data: {attributes}, position}
}
