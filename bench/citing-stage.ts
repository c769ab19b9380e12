import citeproc from 'citeproc'
import type {Root} from 'mdast'
import {createAffixes} from '../src/enrich/citations/affix.ts'
import {clusterOf} from '../src/enrich/citations/cites.ts'
import {citedIn} from '../src/enrich/citations/clusters.ts'
import {styleKind} from '../src/enrich/citations/engine.ts'
import {citations} from '../src/enrich/citations/index.ts'
import {engineItem} from '../src/enrich/citations/items.ts'
import {surveyOf} from '../src/enrich/citations/survey.ts'
import {load} from '../src/load/index.ts'
import type {CslItem, Draft} from '../src/model/article.ts'
import {parse} from '../src/parse/index.ts'
import {walk} from '../src/util/walk.ts'
import {memoryCache} from '../src/world/cache.ts'
import {machine} from '../src/world/node.ts'

/** Milliseconds of processor time within one process, the least of the rounds. */
export interface Stage {
  /** citeproc-js alone, from its construction to its list of works. */
  readonly bare: number
  /** The whole stage that resolves citations, without a cache. */
  readonly fresh: number
  /** The same after an edit that touches no citation. */
  readonly unchanged: number
  /** The same after one locator was changed, with the engine of the build before. */
  readonly edited: number
}

/** Measure the stage that resolves citations by itself. */
export async function stage(folder: string, rounds: number): Promise<Stage> {
  const manuscript = await load(machine({manuscript: folder, out: 'build', env: {}}), {}, () => undefined)
  if (manuscript?.csl === undefined) throw new Error(`Cannot load ${folder}`)
  const draft = await parse(manuscript, () => undefined)
  const cache = memoryCache()
  const run = (body: Root, kept?: typeof cache) => citations({...draft, body}, kept)
  await run(structuredClone(draft.body), cache)
  const least = {bare: Infinity, fresh: Infinity, unchanged: Infinity, edited: Infinity}
  for (let round = 0; round < rounds; round++) {
    least.bare = Math.min(least.bare, await milliseconds(async () => bare(draft)))
    const fresh = structuredClone(draft.body)
    least.fresh = Math.min(least.fresh, await milliseconds(() => run(fresh)))
  }
  // Short ones need more rounds until the code that they run is optimised.
  for (let round = 0; round < rounds * 10; round++) {
    // The round before left an edit behind.
    await run(structuredClone(draft.body), cache)
    const unchanged = structuredClone(draft.body)
    least.unchanged = Math.min(least.unchanged, await milliseconds(() => run(unchanged, cache)))
    const edited = withEdit(draft.body, round)
    least.edited = Math.min(least.edited, await milliseconds(() => run(edited, cache)))
  }
  return least
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The text with another locator in a citation, another one each round. */
function withEdit(body: Root, round: number): Root {
  const copy = structuredClone(body)
  const all = [...walk(copy)].filter((node) => node.type === 'citation')
  const node = all[(round * 37) % all.length]
  const [first, ...rest] = node?.items ?? []
  if (node !== undefined && first !== undefined)
    node.items = [{...first, locator: String(1000 + round), label: 'page'}, ...rest]
  return copy
}

/** What there is to do for citeproc-js alone: the same works, citations, style and words. */
function bare({meta, body, library, csl}: Draft): void {
  if (csl === undefined) return
  const affixes = createAffixes()
  const cited = citedIn([body], surveyOf([body], body), styleKind(csl) === 'note')
  const itemOptions = {language: meta.language, formula: affixes.formula}
  const items = new Map([...library].map(([key, entry]): [string, CslItem] => [key, engineItem(entry, itemOptions)]))
  const options = {kind: styleKind(csl), items, affixes}
  const clusters = cited.map((each, index) => clusterOf(each, index, options))
  // Ours leaves its own order behind.
  Reflect.deleteProperty(citeproc, 'stringCompare')
  const sys = {
    retrieveLocale: (tag: string) => csl.locales.get(tag) ?? csl.locales.get('en-US') ?? '',
    retrieveItem: (id: string) => structuredClone(items.get(id) ?? {})
  }
  const engine = new citeproc.Engine(sys, csl.xml, 'en-US', true)
  engine.rebuildProcessorState(clusters, 'html')
  engine.makeBibliography()
}
