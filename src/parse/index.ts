import type {Root} from 'mdast'
import type {Draft} from '../model/article.ts'
import type {Manuscript, Source} from '../model/manuscript.ts'
import type {Attachable, Meta} from '../model/meta.ts'
import type {Report} from '../model/problem.ts'
import {turn} from '../util/turn.ts'
import {plain} from '../util/yaml-plain.ts'
import {bibliography} from './bibliography/index.ts'
import {citeByOwnKeys, keyResolver, listedByOwnKeys} from './cited-keys.ts'
import {dataTables} from './data-tables.ts'
import {readFrontMatter} from './front-matter.ts'
import {frontSections} from './front-sections.ts'
import {lockedEntries} from './locked-entries.ts'
import {markdownFiles} from './markdown/index.ts'
import {forBlindReview, forReview} from './meta/review.ts'

interface ParseOptions {
  /** The article is to be set for its reviewers. */
  readonly review?: boolean | undefined
  /** Nothing is to say who wrote it, or it is to be said; as the article says if absent. */
  readonly blind?: boolean | undefined
  /** What travels inside the PDF; as the article says if absent. */
  readonly attach?: ReadonlyArray<Attachable> | undefined
}

/** Read Markdown, front matter and bibliographies: what the author wrote, typed, with positions. */
export async function parse(
  manuscript: Manuscript,
  report: Report,
  {review = false, blind, attach}: ParseOptions = {}
): Promise<Draft> {
  const {meta: given, references, theorems, values} = readFrontMatter(manuscript, report)
  await turn()
  const text = markdownFiles(manuscript.text, report, {theorems, values})
  await turn()
  await dataTables(text, manuscript.data, report)
  const {body, meta: written} = frontSections(text, given)
  const places = references?.kind === 'list' ? references.items.map(({place}) => place) : undefined
  const inline = references && {value: plain(references), place: references.place, places}
  const own = await bibliography(manuscript.bibliography, inline, report, written.citing)
  const library = new Map([...own, ...[...lockedEntries(manuscript.lock, report)].filter(([key]) => !own.has(key))])
  const resolve = keyResolver(own)
  const macros = new Map([...written.macros, ...(text.data?.macros ?? [])])
  const abbreviations = new Map([...written.abbreviations, ...(text.data?.abbreviations ?? [])])
  const nocite = listedByOwnKeys([...written.nocite, ...(text.data?.nocite ?? [])], resolve)
  const meta = {...written, macros, abbreviations, nocite, attach: attach ?? written.attach}
  citeByOwnKeys([body, ...treesOf(meta)], resolve)
  const set = review ? forReview(meta) : meta
  return {
    meta: blind === undefined ? set : forBlindReview(set, blind),
    body,
    library,
    bibliographies: manuscript.bibliography.map(({path}) => path),
    assets: manuscript.assets,
    sources: {
      text: filesOf([...manuscript.text, ...(manuscript.metadata ?? [])]),
      references: filesOf([...manuscript.bibliography, ...(manuscript.lock === undefined ? [] : [manuscript.lock])])
    },
    csl: manuscript.csl,
    referenceDocument: manuscript.referenceDocument,
    fonts: manuscript.fonts,
    template: manuscript.template
  }
}

/** Files as they were found; one that another stands within was read in pieces. */
function filesOf(sources: ReadonlyArray<Source>): ReadonlyArray<Source> {
  return [...new Map(sources.map(({path, bytes}) => [path, {path, bytes}])).values()]
}

/** The trees of text that the metadata holds. */
function treesOf({abstract, graphicalAbstract, plainSummary, statements, translations}: Meta): ReadonlyArray<Root> {
  const translated = [...translations.values()].map((translation) => translation.abstract)
  return [abstract, graphicalAbstract, plainSummary, ...(statements?.values() ?? []), ...translated].filter(
    (tree) => tree !== undefined
  )
}
