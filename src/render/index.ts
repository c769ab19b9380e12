import type {Article} from '../model/article.ts'
import type {Output} from '../model/world.ts'
import {WorldError} from '../model/world.ts'
import {blinded, isBlind, titlePage} from '../util/blind.ts'
import type {Context, Format} from './format.ts'

export type {Context, Format} from './format.ts'

/** A format by its name; its code is loaded when it is asked for. */
export interface FormatEntry {
  readonly name: string
  load(): Promise<Format>
}

/** Every format, in the order of a listing. */
export const formats: ReadonlyArray<FormatEntry> = [
  {name: 'html', load: async () => (await import('./html/index.ts')).html},
  {name: 'pdf', load: async () => (await import('./pdf/index.ts')).pdf},
  {name: 'docx', load: async () => (await import('./docx/index.ts')).docx},
  {name: 'epub', load: async () => (await import('./epub/index.ts')).epub},
  {name: 'jats', load: async () => (await import('./jats/index.ts')).jats},
  {name: 'latex', load: async () => (await import('./latex/index.ts')).latex},
  {name: 'crossref', load: async () => (await import('./crossref/index.ts')).crossref},
  {name: 'datacite', load: async () => (await import('./datacite.ts')).datacite},
  {name: 'csl-json', load: async () => (await import('./csl-json.ts')).cslJson},
  {name: 'bibtex', load: async () => (await import('./bibtex.ts')).bibtex},
  {name: 'ris', load: async () => (await import('./ris.ts')).ris},
  {name: 'cff', load: async () => (await import('./cff.ts')).cff},
  {name: 'markdown', load: async () => (await import('./markdown/index.ts')).markdown},
  {name: 'text', load: async () => (await import('./text/index.ts')).text}
]

/** What formats made, by their names in the order of a listing, and what the world refused one of them. */
export interface Rendered {
  readonly files: ReadonlyMap<string, Output>
  readonly failure?: WorldError | undefined
}

/**
 * Render the article in each named format; names are known ones. Where the world fails one, the others are still made.
 * A blind copy’s files are named after nobody, and beside one in Word goes a title page with what was left out.
 */
export async function render(article: Article, names: ReadonlyArray<string>, context: Context): Promise<Rendered> {
  if (!isBlind(article)) return made(article, names, context)
  const [copy, page] = await Promise.all([
    made(blinded(article), names, {...context, slug: 'manuscript'}),
    made(titlePage(article), names.includes('docx') ? ['docx'] : [], {...context, slug: 'title-page'})
  ])
  const files = new Map([...copy.files].map(([name, own]) => [name, joined([own, page.files.get(name) ?? new Map()])]))
  return {files, failure: copy.failure ?? page.failure}
}

async function made(article: Article, names: ReadonlyArray<string>, context: Context): Promise<Rendered> {
  const asked = await Promise.all(formats.filter(({name}) => names.includes(name)).map((entry) => entry.load()))
  const printing = asked.filter(({prints}) => prints).map((format) => begun(format, article, context))
  // The browser sets and prints the page while the other formats are made.
  await Promise.all(printing.map(({waiting}) => waiting))
  const others = asked.filter(({prints}) => !prints).map((format) => format.render(article, context))
  const settled = await Promise.allSettled([...printing.map(({rendered}) => rendered), ...others])
  const order = [...asked.filter(({prints}) => prints), ...asked.filter(({prints}) => !prints)]
  const files = new Map<string, Output>()
  let failure: WorldError | undefined
  for (const [index, each] of settled.entries()) {
    if (each.status === 'fulfilled') files.set(order[index]?.name ?? '', each.value)
    else if (each.reason instanceof WorldError) failure ??= each.reason
    else throw each.reason
  }
  return {files, failure}
}

/** Files of several in one; two that gave one file would lose one of them. */
function joined(outputs: ReadonlyArray<Output>): Output {
  const all = new Map<string, Uint8Array>()
  for (const [path, bytes] of outputs.flatMap((output) => [...output])) {
    if (all.has(path)) throw new Error(`Unexpected second file \`${path}\``)
    all.set(path, bytes)
  }
  return all
}

/** A format that prints, on its way; `waiting` settles when it waits for the browser, or is done. */
function begun(format: Format, article: Article, context: Context) {
  let settle: () => void = () => undefined
  const waiting = new Promise<void>((resolve) => {
    settle = resolve
  })
  const rendered = format.render(article, {...context, onWait: settle})
  rendered.then(settle, settle)
  return {rendered, waiting}
}
