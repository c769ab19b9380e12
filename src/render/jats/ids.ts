/** Turns identifiers into XML names (https://www.w3.org/TR/xml-names/#NT-NCName), no two alike; asks for the same one give the same name. */
export function xmlNames(): (identifier: string) => string {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  return (identifier) => {
    const known = names.get(identifier)
    if (known !== undefined) return known
    const base = ncName(identifier)
    let name = base
    for (let count = 2; taken.has(name); count++) name = `${base}-${count}`
    names.set(identifier, name)
    taken.add(name)
    return name
  }
}

function ncName(identifier: string): string {
  const legal = identifier.normalize('NFC').replace(/[^\p{L}\p{N}._-]/gu, '-')
  return /^[\p{L}_]/u.test(legal) ? legal : `n-${legal}`
}
