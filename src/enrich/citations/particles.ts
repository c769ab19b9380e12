import type CSL from 'citeproc'
import type {CslItem} from '../../model/article.ts'

/**
 * Part the particles from every name once: the engine does it at each rendering, with the same function and under the
 * same conditions. `undefined` where a note may hold names that the engine has yet to read.
 */
export function withParticles(
  items: ReadonlyMap<string, CslItem>,
  {parseParticles}: Pick<typeof CSL, 'parseParticles'>
): ReadonlyMap<string, CslItem> | undefined {
  const parted = new Map<string, CslItem>()
  for (const [key, item] of items) {
    if (typeof item['note'] === 'string' && /[:{]/.test(item['note'])) return undefined
    const fields = Object.entries(item).map(([field, value]) => [field, Array.isArray(value) ? value.map(part) : value])
    parted.set(key, {...Object.fromEntries(fields), id: item.id, type: item.type})
  }
  return parted

  function part(name: unknown): unknown {
    if (!isParted(name)) return name
    const copy = {...name}
    parseParticles(copy, true)
    return copy
  }
}

interface FullName {
  readonly family: string
  readonly given: string
}

/** Whether the engine would look for particles in a name. */
function isParted(name: unknown): name is FullName {
  if (typeof name !== 'object' || name === null) return false
  const part = (field: string): unknown => Reflect.get(name, field)
  const [family, given] = [part('family'), part('given')]
  if (typeof family !== 'string' || family === '' || typeof given !== 'string' || given === '') return false
  const quoted = family.startsWith('"') && family.endsWith('"')
  return !quoted && part('parse-names') === undefined && !part('non-dropping-particle') && !part('static-particles')
}
