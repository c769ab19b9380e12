import type {Heading} from 'mdast'
import type {ElementContent} from 'xast'
import {attributesOf} from '../../model/attributes.ts'
import type {Section} from '../../model/nodes.ts'
import {numbered} from '../../util/terms.ts'
import {languageOf} from './inline.ts'
import {blocks, line, paragraph} from './paragraph.ts'
import {faced, runs} from './run.ts'
import type {State} from './state.ts'

/** A section and all below it; headings take their level from the nesting, so that none is skipped. */
export function section(node: Section, state: State): Array<ElementContent> {
  const [first, ...rest] = node.children
  const {classes: _, pairs} = attributesOf(node)
  const language = languageOf(pairs)
  const inner = {...faced(state, language === undefined ? {} : {language}), level: state.level + 1}
  if (first?.type !== 'heading') return blocks(node.children, inner)
  return [titled(first, node, inner), ...blocks(rest, inner)]
}

/** A heading that opens no section, such as one in a quotation. */
export function heading(node: Heading, state: State): Array<ElementContent> {
  return [paragraph(line(node.children, state), {...state, style: headingStyle(state.level + 1)})]
}

/** A heading of the front or back matter. */
export function plainHeading(text: string, level: number, state: State): ElementContent {
  return paragraph(runs(text, state.face), {...state, style: headingStyle(level)})
}

/** The number of a section as its heading prints it: “2.1”, “Appendix A”. */
export function labelOf({number = '', appendix}: Section, {words}: State): string {
  return appendix === true && !number.includes('.') ? numbered(words.appendix.caption, number) : number
}

function titled(node: Heading, section: Section, state: State): ElementContent {
  const {anchors, face} = state
  const {identifier, number} = section
  const content = line(node.children, state)
  const full = labelOf(section, state)
  const at = number === undefined ? 0 : full.lastIndexOf(number)
  const mark =
    number === undefined
      ? []
      : [
          ...runs(full.slice(0, at), face),
          ...anchors.around(anchors.numberOf(identifier), runs(number, face)),
          ...runs(full.slice(at + number.length), face),
          ...runs('\u2002', face)
        ]
  const whole = anchors.around(anchors.nameOf(identifier), [...mark, ...content])
  return paragraph(whole, {...state, style: headingStyle(state.level)})
}

function headingStyle(level: number): string {
  return `Heading${Math.min(6, Math.max(1, level))}`
}
