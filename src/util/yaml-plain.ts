import type {Place} from '../model/place.ts'
import type {YamlNode} from './yaml.ts'

/** A node as plain data: objects, arrays, scalars; nothing is `undefined`. Keys such as `__proto__` are mere keys. */
export function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries([...node.entries].map(([key, {value}]) => [key, plain(value)]))
}

/** Where the thing at a path of keys and indices stands: its key if it has one, else its value; else the nearest above it. */
export function placeAt(node: YamlNode, path: ReadonlyArray<number | string>): Place {
  let [current, place]: [YamlNode | undefined, Place] = [node, node.place]
  for (const step of path) {
    if (current?.kind === 'map') {
      const entry = current.entries.get(String(step))
      place = entry?.key ?? place
      current = entry?.value
    } else if (current?.kind === 'list') {
      current = current.items[Number(step)]
      place = current?.place ?? place
    } else break
  }
  return place
}
