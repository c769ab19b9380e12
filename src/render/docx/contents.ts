import type {RootContent} from 'mdast'
import type {ElementContent} from 'xast'
import type {Article} from '../../model/article.ts'
import type {Section} from '../../model/nodes.ts'
import {textOf} from '../../util/text.ts'
import {pageField} from './field.ts'
import {paragraph} from './paragraph.ts'
import {run, runs} from './run.ts'
import {labelOf} from './section.ts'
import type {State} from './state.ts'
import {w} from './xml.ts'

/** How deep the table goes, if nobody says. */
const usual = 2

/** How many levels of headings an article’s table of contents lists; 0 if none is wanted. */
function contentsDepth({meta, template}: Article): number {
  if ((meta.contents?.shown ?? template.settings['contents'] === true) === false) return 0
  const set = template.settings['contentsDepth']
  return Math.min(6, meta.contents?.depth ?? (typeof set === 'number' ? set : usual))
}

/**
 * The table of contents as a TOC field (ECMA-376-1, 17.16.5.68), which Word makes anew from the headings; until then it
 * lists them, and leads to them. Only Word knows pages, so that it is told to fill the field when it opens the document.
 */
export function contents(state: State): Array<ElementContent> {
  const depth = contentsDepth(state.article)
  const entries = depth === 0 ? [] : entriesIn(state.article.body.children, depth, 1)
  if (entries.length === 0) return []
  const {face} = state
  const mark = (type: string, rest = {}) => run([w('fldChar', {fldCharType: type, ...rest})], face)
  const code = w('instrText', {'xml:space': 'preserve'}, [{type: 'text', value: ` TOC \\o "1-${depth}" \\h \\z \\u `}])
  const begin = [mark('begin', {dirty: 1}), run([code], face), mark('separate')]
  const lines = entries.map(({section, level}, index) =>
    paragraph([...(index === 0 ? begin : []), ...entry(section, state)], {...state, style: `TOC${level}`})
  )
  const end = paragraph([mark('end')], {...state, style: 'TableEnd'})
  return [paragraph(runs(state.words.contents, face), {...state, style: 'TOCHeading'}), ...lines, end]
}

interface Entry {
  readonly section: Section
  readonly level: number
}

function entriesIn(nodes: ReadonlyArray<RootContent>, depth: number, level: number): ReadonlyArray<Entry> {
  return nodes.flatMap((node): ReadonlyArray<Entry> => {
    if (node.type !== 'section') return []
    const inner = level < depth ? entriesIn(node.children, depth, level + 1) : []
    return node.children[0]?.type === 'heading' ? [{section: node, level}, ...inner] : inner
  })
}

function entry(section: Section, state: State): Array<ElementContent> {
  const [heading] = section.children
  const number = section.number === undefined ? '' : `${labelOf(section, state)}\u2002`
  const title = heading === undefined ? '' : textOf(heading).replace(/\s+/g, ' ').trim()
  const words = [
    ...runs(`${number}${title}`, state.face),
    run([w('tab')], state.face),
    ...pageField(section.identifier, ' ', state)
  ]
  return [w('hyperlink', {anchor: state.anchors.nameOf(section.identifier), history: 1}, words)]
}
