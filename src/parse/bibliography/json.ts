import type {TextSource} from '../../model/manuscript.ts'
import type {Report} from '../../model/problem.ts'
import {placesOf} from './bibtex/cursor.ts'
import type {Complaint} from './complaint.ts'
import type {Found} from './found.ts'

/**
 * Read CSL-JSON: a list of items, bare or as `references` or `items`, or one item. Each is read by itself, so that a
 * mistake costs one; complains about what is no JSON.
 */
export function readJson({path, text}: TextSource, complain: Report<Complaint>): ReadonlyArray<Found> {
  const places = placesOf(path, text)
  const found: Array<Found> = []
  for (const [from, to] of objects(text)) {
    const place = places.between(from, to)
    const value = parsed(text.slice(from, to))
    if (value instanceof Error) {
      const near = text.slice(from, from + 40).replace(/\s+/g, ' ')
      complain({severity: 'error', reason: `Cannot read the JSON of the entry \`${near}\``, place, note: value.message})
    } else found.push({value, place})
  }
  if (found.length === 0 && !/^\s*(?:\[\s*\])?\s*$/.test(text || '!'))
    complain({
      severity: 'error',
      reason: `Cannot read \`${path}\`, expected a JSON list of CSL items`,
      place: places.between(0, 1)
    })
  return found
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}

/** From where to where each item stands: the objects of the first list, or else the outermost object. */
function objects(text: string): ReadonlyArray<readonly [number, number]> {
  const found: Array<readonly [number, number]> = []
  const level = levelOf(text)
  let [depth, from] = [0, 0]
  const mark = /"(?:[^"\\]|\\[\s\S])*"|[[\]{}]/g
  for (const {0: token, index} of text.matchAll(mark)) {
    if (token.startsWith('"')) continue
    const opens = token === '[' || token === '{'
    if (opens && depth === level) from = index
    depth += opens ? 1 : -1
    if (token === '}' && depth === level) found.push([from, index + 1])
  }
  if (depth > level) found.push([from, text.length])
  return found
}

/** How many brackets are open around an item. */
function levelOf(text: string): number {
  const top = text.trimStart().slice(0, 200)
  if (!top.startsWith('{')) return 1
  return /^\{\s*"(?:references|items)"\s*:\s*\[/.test(top) ? 2 : 0
}
