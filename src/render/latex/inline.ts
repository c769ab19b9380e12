import type {Nodes} from 'mdast'
import {attributesOf} from '../../model/attributes.ts'
import type {Handlers, InlineType} from '../../model/nodes.ts'
import {citation, crossReference} from './citation.ts'
import {image} from './image.ts'
import {link} from './link.ts'
import {inlineMath} from './math.ts'
import {footnoteReference} from './note.ts'
import {inLanguage, type State} from './state.ts'

/** Runs of text. */
export const inlineHandlers: Pick<Handlers<State, string>, InlineType> = {
  text: (node, state) => {
    const written = state.text(node.value)
    return state.struck && node.value.trim() !== '' ? `\\sout{${written}}` : written
  },
  emphasis: (node, state) => `\\emph{${state.all(node.children)}}`,
  strong: (node, state) => `\\textbf{${state.all(node.children)}}`,
  // ulem strikes out words alone, not what is made of commands.
  delete: (node, state) => {
    const before = state.struck
    state.struck = true
    const written = state.all(node.children)
    state.struck = before
    return written
  },
  subscript: (node, state) => `\\textsubscript{${state.all(node.children)}}`,
  superscript: (node, state) => `\\textsuperscript{${state.all(node.children)}}`,
  inlineCode: (node, state) => `\\texttt{${state.code(node.value.replace(/\s*\n\s*/g, ' '))}}`,
  // In a heading, caption or cell a line break is the class's business.
  break: (_, state) => (state.confined > 0 ? ' ' : '\\leavevmode\\newline\n'),
  citation,
  crossReference,
  link,
  footnoteReference,
  image,
  inlineMath,
  span: (node, state) => span(node, state)
}

const commands: ReadonlyMap<string, string> = new Map([
  ['smallcaps', 'textsc'],
  ['underline', 'underline'],
  ['ul', 'underline']
])

function span(node: Nodes & {readonly children: ReadonlyArray<Nodes>}, state: State): string {
  const {classes, pairs} = attributesOf(node)
  const [language, styled] = inLanguage(state, pairs.get('lang'), () =>
    classes
      .flatMap((name) => commands.get(name) ?? [])
      .reduce((written, command) => `\\${command}{${written}}`, state.all(node.children))
  )
  return language === undefined ? styled : `\\foreignlanguage{${language}}{${styled}}`
}
