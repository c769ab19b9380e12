import {nameOf} from './escape.ts'

/** Gives what an identifier is called in the file: ASCII, each its own, the same each time. */
export type Names = (identifier: string) => string

/** Names that no two identifiers share. */
export function createNames(): Names {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (identifier) => {
    const known = given.get(identifier)
    if (known !== undefined) return known
    const base = nameOf(identifier)
    let name = base
    for (let count = next.get(base) ?? 2; taken.has(name); count++) {
      name = `${base}-${count}`
      next.set(base, count + 1)
    }
    given.set(identifier, name)
    taken.add(name)
    return name
  }
}
