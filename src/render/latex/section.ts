import type {Heading} from 'mdast'
import type {Section} from '../../model/nodes.ts'
import {isReferences} from '../../util/reference-section.ts'
import {textOf} from '../../util/text.ts'
import {guarded} from './escape.ts'
import {confined, released, type State} from './state.ts'

const commands = ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'] as const

/** A section with all below it; lists of references and their headings are the template's. */
export function section(node: Section, state: State): string {
  const [first, ...rest] = node.children
  if (isReferences(node)) return state.all(rest)
  const title = first?.type === 'heading' ? first : undefined
  const thanks = state.depth === 0 && node.roles?.[0] === 'acknowledgements' ? thanksOf(state) : undefined
  if (thanks !== undefined && title !== undefined && !rest.some(({type}) => type === 'section'))
    return inEnvironment(node, title, rest, thanks, state)
  state.depth += 1
  const written = `${opening(node, title, state)}${state.all(title === undefined ? node.children : rest)}`
  state.depth -= 1
  return written
}

/** What the class has for thanks, and the command that holds its heading: `acks \\acksname`. */
function thanksOf({article}: State): readonly [environment: string, heading: string] | undefined {
  const [environment, heading] = String(article.template.settings['latexAcknowledgements'] ?? '').split(' ')
  return environment && heading ? [environment, heading] : undefined
}

function inEnvironment(
  node: Section,
  title: Heading,
  rest: Section['children'],
  [environment, heading]: readonly [string, string],
  state: State
): string {
  const words = confined(state, () => state.all(title.children)).trim()
  const mark = `\\markas{${state.names(node.identifier)}}{}`
  const begin = `\\renewcommand{${heading}}{${words}}\n\\begin{${environment}}\n${mark}`
  return `${begin}${state.all(rest).trim()}${released(state)}\n\\end{${environment}}\n\n`
}

/** A heading that opens no section, such as one in a quotation. */
export function heading(node: Heading, state: State): string {
  return `\\textbf{${confined(state, () => state.all(node.children))}}${released(state)}\n\n`
}

function opening(node: Section, title: Heading | undefined, state: State): string {
  const command = commands[Math.min(state.depth, commands.length) - 1] ?? 'section'
  state.inHeading = true
  const words = title === undefined ? '' : guarded(confined(state, () => state.all(title.children)).trim())
  state.inHeading = false
  const plain = title === undefined ? '' : state.text(textOf(title))
  const name = state.names(node.identifier)
  const counted = node.number === undefined ? undefined : counterOf(node, command, state)
  const short = plain === words || plain === '' ? '' : `[{${plain}}]`
  const notes = () => released(state)
  if (counted !== undefined) return `${counted}\\${command}${short}{${words}}\\label{${name}}${notes()}\n\n`
  const number = node.number === undefined ? '' : `${state.text(node.number)} `
  const mark = `\\markas{${name}}{${state.text(node.number ?? '')}}`
  return `\\${command}*{${number}${words}}${mark}${notes()}\n\n`
}

/** What must be said for LaTeX to count as the article does: often nothing; `undefined` where it cannot. */
function counterOf({number = '', appendix}: Section, command: string, state: State): string | undefined {
  const parts = number.split('.')
  if (parts.length !== state.depth || state.depth > commands.length) return undefined
  const begins = appendix === true && state.counters.get('appendix') === undefined
  if (begins) {
    state.counters.set('appendix', 1)
    state.counters.set('section', 0)
  }
  const last = appendix === true && parts.length === 1 ? letterNumber(number) : Number(parts.at(-1))
  if (!Number.isInteger(last)) return undefined
  const next = (state.counters.get(command) ?? 0) + 1
  state.counters.set(command, last)
  for (const below of commands.slice(commands.indexOf(command as 'section') + 1)) state.counters.set(below, 0)
  return `${begins ? '\\appendix\n' : ''}${next === last ? '' : `\\setcounter{${command}}{${last - 1}}\n`}`
}

function letterNumber(letter: string): number {
  return /^[A-Z]$/.test(letter) ? letter.charCodeAt(0) - 64 : Number.NaN
}
