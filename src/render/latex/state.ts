import type {Nodes} from 'mdast'
import type {Article, Label, Note} from '../../model/article.ts'
import type {Source} from '../../model/manuscript.ts'
import type {ImageType} from '../../util/image-type.ts'
import type {Terms} from '../../util/terms.ts'
import {walk} from '../../util/walk.ts'
import {babelName, isCyrillic} from './languages.ts'
import {createNames, type Names} from './names.ts'
import {latexCode, latexText, type Script} from './text.ts'

/** What the handlers of one file share; they are called in the order of the text. */
export interface State {
  readonly article: Article
  readonly words: Terms
  /** The lines of text that a column holds, and how many columns a page has. */
  layout: {readonly columns: number; readonly line: number}
  /** What is turned of what is being written: the pages, or each float by itself. */
  turned: 'pages' | 'floats' | undefined
  /** Labels and keys in ASCII, each its own. */
  readonly names: Names
  /** What can be pointed at, by identifier. */
  readonly targets: ReadonlyMap<string, Label>
  readonly notes: ReadonlyMap<string, Note>
  /** The works of the reference list: their place in it from 1, by key and by identifier. */
  readonly works: ReadonlyMap<string, Work>
  /** Notes written so far, by identifier. */
  readonly told: Set<string>
  /** Texts of notes that wait for the end of what cannot hold them. */
  readonly waiting: Array<string>
  /** What LaTeX's counters stand at. */
  readonly counters: Map<string, number>
  /** Languages that the text turns to, as babel calls them. */
  readonly languages: Set<string>
  /** The path of a picture, beside the file. */
  picture(source: Source, type: ImageType | 'pdf'): string
  /** Inside a heading, caption, cell or note, which hold neither floats nor notes. */
  confined: number
  /** In the heading of a section, which classes put into capitals, addresses and keys with it. */
  inHeading: boolean
  /** How many sections are open. */
  depth: number
  /** Lists that are open, all and of each kind: LaTeX holds six, and four of a kind. */
  readonly lists: {all: number; enumerate: number; itemize: number}
  /** The script of the language that the text is in. */
  script: Script
  /** Text is struck out. */
  struck: boolean
  text(value: string): string
  code(value: string): string
  all(nodes: ReadonlyArray<Nodes>): string
}

/** A work of the reference list. */
interface Work {
  readonly place: number
  /** What it is called in the file. */
  readonly name: string
}

export type Write = (nodes: ReadonlyArray<Nodes>, state: State) => string

interface Parts extends Pick<State, 'article' | 'words' | 'picture'> {
  readonly write: Write
}

/** The state before anything is written. */
export function createState({article, words, picture, write}: Parts): State {
  const {latexColumns = 1, latexLine = 90} = article.template.settings
  const names = createNames()
  const state: State = {
    article,
    words,
    layout: {columns: Number(latexColumns), line: Number(latexLine)},
    turned: undefined,
    names,
    targets: new Map(
      [...article.labels.values()]
        .flat()
        .filter(({kind}) => kind !== 'note')
        .map((label) => [label.identifier, label])
    ),
    notes: new Map(article.notes.map((note) => [note.identifier, note])),
    works: worksOf(article, names),
    told: new Set(),
    waiting: [],
    counters: new Map(),
    languages: new Set([babelName(article.meta.language) ?? 'english']),
    picture,
    confined: 0,
    inHeading: false,
    depth: 0,
    lists: {all: 0, enumerate: 0, itemize: 0},
    script: {cyrillic: isCyrillic(article.meta.language)},
    struck: false,
    text: (value) => latexText(value, state.script),
    code: (value) => latexCode(value, state.script),
    all: (nodes) => write(nodes, state)
  }
  return state
}

function worksOf({body}: Article, names: Names): ReadonlyMap<string, Work> {
  const entries = [...walk([body])].flatMap((node) => (node.type === 'bibliography' ? node.children : []))
  const works = new Map<string, Work>()
  for (const [index, {key, identifier}] of entries.entries()) {
    const work = {place: index + 1, name: names(key)}
    if (!works.has(key)) works.set(key, work)
    works.set(`#${identifier}`, work)
  }
  return works
}

/** Write something in a language; `undefined` for its name where babel has no data for it. */
export function inLanguage(
  state: State,
  tag: string | undefined,
  write: () => string
): readonly [string | undefined, string] {
  const babel = babelName(tag ?? '')
  if (tag === undefined || babel === undefined) return [undefined, write()]
  const before = state.script
  state.languages.add(babel)
  // Classes carry words, such as headings, to where the encoding is that of the article's own language.
  state.script = {cyrillic: before.cyrillic && isCyrillic(tag)}
  const written = write()
  state.script = before
  return [babel, written]
}

/** Write something that holds no floats and no notes of its own; notes wait for its end. */
export function confined(state: State, write: () => string): string {
  state.confined += 1
  const written = write()
  state.confined -= 1
  return written
}

/** The texts of notes that have waited; nothing as long as they still have to. */
export function released({waiting, confined: level}: State): string {
  return level > 0
    ? ''
    : waiting
        .splice(0)
        .map((note) => `\n${note}`)
        .join('')
}
