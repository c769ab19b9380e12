import type {CslItem, Library} from '../../model/article.ts'
import type {Cache} from '../../model/world.ts'
import {isSame} from '../../util/same.ts'
import type {ItemOptions} from './items.ts'
import {engineItem} from './items.ts'

export interface WorksOptions extends ItemOptions {
  readonly library: Library
}

/** A work of the bibliography, and what the engine takes of it. */
interface Made {
  readonly csl: CslItem
  readonly item: CslItem
}

/** Works as they were made for the build before that had the same cache. */
interface Before {
  readonly language: string
  readonly made: ReadonlyMap<string, Made>
}

const kept = new WeakMap<Cache, Before>()

/** Works as the engine takes them, by key; those that say what they said in the build before are not made again. */
export function worksOf(
  keys: ReadonlyArray<string>,
  {library, language, formula}: WorksOptions,
  cache: Cache | undefined
): ReadonlyMap<string, CslItem> {
  const before = cache && kept.get(cache)
  const known = before?.language === language ? before.made : undefined
  const made = new Map<string, Made>()
  const items = new Map<string, CslItem>()
  for (const key of keys) {
    const entry = library.get(key)
    if (entry === undefined) continue
    const old = known?.get(key)
    if (old !== undefined && isSame(old.csl, entry.csl)) {
      made.set(key, old)
      items.set(key, old.item)
      continue
    }
    let hasFormula = false
    const counted = (tex: string) => {
      hasFormula = true
      return formula(tex)
    }
    const item = engineItem(entry, {language, formula: counted})
    // A formula is a node of this build's own.
    if (!hasFormula) made.set(key, {csl: entry.csl, item})
    items.set(key, item)
  }
  if (cache !== undefined) kept.set(cache, {language, made})
  return items
}
