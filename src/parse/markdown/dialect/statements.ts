import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Attributes} from '../../../model/attributes.ts'
import type {Div} from '../../../model/nodes.ts'
import {admonitionKinds} from '../../../model/statement-kind.ts'
import type {Directive, Reader} from './directive.ts'
import {attributesOfDirective, positioned} from './directive.ts'

/** `{prf:theorem} name` and its like, and proofs: divisions of that class. */
export function statement(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const {argument, name} = directive
  const {id, classes} = attributesOfDirective(directive, [name])
  const pairs = new Map(argument.text === '' ? [] : [['name', argument.text]])
  return [divOf(directive, reader.blocks(directive.body), {...(id === undefined ? {} : {id}), classes, pairs})]
}

/** What formats set apart, by its own class. */
export const boxes: ReadonlySet<string> = new Set(['note', 'tip', 'warning', 'caution', 'important', 'box'])

/** An admonition: a box, its title in bold first, or else what it is called in the article's language. */
export function admonition(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const [box] = titled(directive, reader, boxes.has(directive.name) ? [] : ['box'])
  const kind = admonitionKinds.find((each) => each === directive.name)
  if (box?.type === 'div' && kind !== undefined && directive.argument.text === '') box.admonition = kind
  return box === undefined ? [] : [box]
}

/** `{solution} label`: what it solves has that label. */
export function solution(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const {id, classes} = attributesOfDirective(directive, ['solution'])
  const label = directive.argument.text
  const pairs = new Map(label === '' ? [] : [['of', label]])
  return [divOf(directive, reader.blocks(directive.body), {...(id === undefined ? {} : {id}), classes, pairs})]
}

/** A division of the directive's name, its title in bold first. */
export function titled(
  directive: Directive,
  reader: Reader,
  classes: ReadonlyArray<string> = []
): ReadonlyArray<RootContent> {
  const attributes = attributesOfDirective(directive, [directive.name, ...classes])
  return [divOf(directive, [...titleOf(directive, reader), ...reader.blocks(directive.body)], attributes)]
}

/** `{epigraph}`, `{pull-quote}`. */
export function quotation(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const children = [...titleOf(directive, reader), ...reader.blocks(directive.body)]
  return [{type: 'blockquote', children: children as Array<Paragraph>, ...positioned(directive)}]
}

/** A heading that is not one of the article's. */
export function boldParagraph(children: Array<PhrasingContent>, position: Paragraph['position']): Paragraph {
  const at = position === undefined ? {} : {position}
  return {type: 'paragraph', children: [{type: 'strong', children, ...at}], ...at}
}

function titleOf(directive: Directive, reader: Reader): ReadonlyArray<RootContent> {
  const children = reader.inline(directive.argument)
  return children.length === 0 ? [] : [boldParagraph(children, children[0]?.position)]
}

function divOf(directive: Directive, children: ReadonlyArray<RootContent>, attributes: Attributes): Div {
  return {type: 'div', children: [...children], data: {attributes}, ...positioned(directive)}
}
