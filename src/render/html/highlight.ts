import type {ElementContent} from 'hast'
import type {Code} from 'mdast'
import type {Article} from '../../model/article.ts'
import {grammarOf} from '../../util/code-languages.ts'
import {nodesOf} from '../../util/nodes.ts'

/** The text of code as spans of highlight.js’s classes; `undefined` for a language without a grammar. */
export type Highlight = (code: Code) => Array<ElementContent> | undefined

/** Grammars are regular expressions: what is longer is data, and no reader misses its colours. */
const longest = 50_000

/** Grammars that one grammar calls for. */
const within: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ['markdown', ['xml']],
  ['python-repl', ['python']],
  ['shell', ['bash']],
  ['xml', ['css', 'javascript']]
])

/** Load the grammars of the languages that occur, and nothing where none does. */
export async function highlighterOf(article: Article): Promise<Highlight> {
  const wanted = new Set<string>()
  for (const node of nodesOf(article)) {
    const grammar = node.type === 'code' ? grammarOf(node.lang) : undefined
    if (grammar !== undefined) for (const name of [grammar, ...(within.get(grammar) ?? [])]) wanted.add(name)
  }
  if (wanted.size === 0) return () => undefined
  const {createLowlight} = await import('lowlight')
  const lowlight = createLowlight()
  for (const name of wanted) lowlight.register(name, await grammarFile(name))
  return ({lang, value}) => {
    const grammar = grammarOf(lang)
    if (grammar === undefined || value.length > longest) return undefined
    return lowlight.highlight(grammar, value).children.filter((child) => child.type !== 'doctype')
  }
}

/** A grammar is a file of its own, for there are many and articles have few. */
async function grammarFile(name: string): Promise<Grammar> {
  const {default: grammar} = (await import(`highlight.js/lib/languages/${name}`)) as {default: Grammar}
  return grammar
}

type Grammar = Parameters<ReturnType<typeof import('lowlight').createLowlight>['register']>[1]
