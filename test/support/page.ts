import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Article, Note} from '../../src/model/article.ts'
import type {Meta} from '../../src/model/meta.ts'
import type {Problem} from '../../src/model/problem.ts'
import type {Template} from '../../src/model/template.ts'
import type {Context} from '../../src/render/format.ts'
import {html, printPage} from '../../src/render/html/index.ts'
import {packageFiles} from '../../src/world/installation.ts'
import {memoryWorld} from '../../src/world/memory.ts'
import {draftOf} from './draft.ts'

const resources = packageFiles()

export interface Extras {
  readonly meta?: Partial<Meta>
  readonly template?: Partial<Template>
  readonly notes?: ReadonlyArray<Note>
  readonly assets?: Article['assets']
}

/** A template that prints the body alone, for tests of nodes. */
const bare: Partial<Template> = {
  files: new Map(
    Object.entries({
      'article.html': '<main>{{ body | raw }}{{ notes | raw }}{{ references | raw }}</main>',
      'print.html': '<main>{{ body | raw }}{{ notes | raw }}{{ references | raw }}</main>',
      'screen.css': 'html { font-family: "STIX Two Text" }',
      'page.css': 'html { font-family: "STIX Two Text" }'
    }).map(([path, text]) => [path, new TextEncoder().encode(text)])
  )
}

/** An article of nodes made by hand. */
export function articleWith(children: ReadonlyArray<RootContent>, extras: Extras = {}): Article {
  const draft = draftOf(children, {meta: extras.meta ?? {}, template: {...bare, ...extras.template}})
  return {
    ...draft,
    assets: extras.assets ?? draft.assets,
    labels: new Map(),
    notes: extras.notes ?? [],
    references: [],
    troubles: []
  }
}

export interface Page {
  readonly text: string
  readonly tree: Root
  readonly problems: ReadonlyArray<Problem>
}

/** The page of an article, as text and as a browser would read it. */
export async function pageOf(article: Article, medium: 'print' | 'screen' = 'screen'): Promise<Page> {
  const problems: Array<Problem> = []
  const report = (problem: Problem) => void problems.push(problem)
  const {print, now} = memoryWorld({})
  const context: Context = {slug: 'paper', problems: [], report, print, resources, now}
  const output = medium === 'screen' ? await html.render(article, context) : undefined
  const text = new TextDecoder().decode(output?.get('paper.html')) || (await printPage(article, context))
  return {text, tree: fromHtml(text), problems}
}

/** What stands inside `main`. */
export async function mainOf(
  children: ReadonlyArray<RootContent>,
  extras: Extras = {},
  medium: 'print' | 'screen' = 'screen'
): Promise<string> {
  const {text} = await pageOf(articleWith(children, extras), medium)
  return /<main>([\s\S]*)<\/main>/.exec(text)?.[1] ?? ''
}

/** Every element of a page, in order. */
export function elementsOf(tree: Root): ReadonlyArray<Element> {
  const found: Array<Element> = []
  visit(tree, 'element', (element) => void found.push(element))
  return found
}
