import type {Paragraph, Root, RootContent} from 'mdast'
import type {Inline} from '../../model/meta.ts'
import type {YamlEntry, YamlNode, YamlScalar} from '../../util/yaml.ts'
import type {Reading} from './reading.ts'
import {isGiven, scalarsOf, textOf} from './reading.ts'

/** A field of one line with markup. */
export function inlineOf(entry: YamlEntry | undefined, name: string, reading: Reading): Inline | undefined {
  const text = textOf(entry, name, reading)
  return entry?.value.kind !== 'scalar' || text === undefined ? undefined : lineOf(entry.value, reading)
}

/** A text of one line with markup. */
export function lineOf(scalar: YamlScalar, reading: Reading): Inline {
  const [first, ...rest] = reading.markdown(scalar).children
  if (first?.type === 'paragraph' && rest.length === 0) return first.children
  // What would be a block of Markdown, such as `1. Title`, is text in a title.
  return [{type: 'text', value: scalar.text.trim().replace(/\s+/g, ' ')}]
}

/** A field of Markdown: a text, a list of paragraphs, or a map of headed parts, `{Background: …, Methods: …}`. */
export function proseOf(entry: YamlEntry | undefined, name: string, reading: Reading): Root | undefined {
  if (entry === undefined || !isGiven(entry.value)) return undefined
  const {value} = entry
  const children = value.kind === 'map' ? headed(value.entries, name, reading) : blocks(value, name, reading)
  return children.length === 0 ? undefined : {type: 'root', children}
}

function blocks(value: YamlNode, name: string, reading: Reading): Array<RootContent> {
  const scalars = scalarsOf({key: value.place, value}, name, reading)
  return scalars.flatMap((scalar) => reading.markdown(scalar).children)
}

function headed(parts: ReadonlyMap<string, YamlEntry>, name: string, reading: Reading): Array<RootContent> {
  return [...parts].flatMap(([label, {value}]) => {
    const [first, ...rest] = blocks(value, name, reading)
    if (first?.type !== 'paragraph') return first === undefined ? [] : [paragraph(label), first, ...rest]
    return [paragraph(label, first), ...rest]
  })
}

function paragraph(label: string, text?: Paragraph): Paragraph {
  const head = {type: 'strong' as const, children: [{type: 'text' as const, value: `${label.replace(/[:.]$/, '')}:`}]}
  return {
    ...text,
    type: 'paragraph',
    children: text === undefined ? [head] : [head, {type: 'text', value: ' '}, ...text.children]
  }
}
