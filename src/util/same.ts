/** Deeper than this, two values are not looked into and not the same: no depth exhausts the stack. */
const deepest = 20

/** Whether two values of JSON say the same, in whatever order their fields are; a field that is `undefined` is none. */
export function isSame(one: unknown, other: unknown, depth = 0): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (depth === deepest || Array.isArray(one) !== Array.isArray(other)) return false
  if (Array.isArray(one) && Array.isArray(other)) return isSameList(one, other, depth + 1)
  return isSameObject(one as Fields, other as Fields, depth + 1)
}

type Fields = Readonly<Record<string, unknown>>

function isSameObject(one: Fields, other: Fields, depth: number): boolean {
  for (const field in one) if (!isSame(one[field], other[field], depth)) return false
  for (const field in other) if (other[field] !== undefined && one[field] === undefined) return false
  return true
}

function isSameList(one: ReadonlyArray<unknown>, other: ReadonlyArray<unknown>, depth: number): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) if (!isSame(one[index], other[index], depth)) return false
  return true
}

/** The same of maps, in the same order. */
export function isSameMap(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  if (one === other) return true
  if (one.size !== other.size) return false
  const others = other.entries()
  for (const [key, value] of one) {
    const [otherKey, otherValue] = others.next().value ?? []
    if (key !== otherKey || !isSame(value, otherValue)) return false
  }
  return true
}
