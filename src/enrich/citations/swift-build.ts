/** What of the engine's reading of styles is made quicker; of the one version that is installed. */
interface Reading {
  setDecorations: (state: unknown, attributes: Record<string, unknown>) => Array<[string, unknown]>
  readonly FORMAT_KEY_SEQUENCE: ReadonlyArray<string>
  readonly XmlJSON: {readonly prototype: Nodes}
}

interface Nodes {
  getNodesByName: (tree: StyleNode, name: string, nameOf?: string, found?: Array<StyleNode>) => Array<StyleNode>
}

interface StyleNode {
  readonly name: string
  readonly attrs?: Readonly<Record<string, string>>
  readonly children?: ReadonlyArray<StyleNode | string>
}

/**
 * Have an engine made without its going through the whole style for each macro that it calls, and through an array by
 * its properties for each element. Others are made as ever.
 */
export function madeSwiftly<Engine>(csl: object, make: () => Engine): Engine {
  const reading = csl as Reading
  const nodes = reading.XmlJSON.prototype
  const [{setDecorations}, {getNodesByName}] = [reading, nodes]
  const macros = new WeakMap<StyleNode, ReadonlyMap<string, ReadonlyArray<StyleNode>>>()
  const macrosOf = (tree: StyleNode) => {
    const all = macros.get(tree) ?? byName(getNodesByName.call(nodes, tree, 'macro'))
    macros.set(tree, all)
    return all
  }
  nodes.getNodesByName = function (tree, name, nameOf, found) {
    const isMacro = name === 'macro' && nameOf !== undefined && nameOf !== '' && found === undefined
    return isMacro ? [...(macrosOf(tree).get(nameOf) ?? [])] : getNodesByName.call(this, tree, name, nameOf, found)
  }
  reading.setDecorations = (_state, attributes) => {
    const decorations: Array<[string, unknown]> = []
    for (const key of reading.FORMAT_KEY_SEQUENCE)
      if (attributes[key]) {
        decorations.push([key, attributes[key]])
        delete attributes[key]
      }
    return decorations
  }
  try {
    return make()
  } finally {
    reading.setDecorations = setDecorations
    nodes.getNodesByName = getNodesByName
  }
}

function byName(macros: ReadonlyArray<StyleNode>): ReadonlyMap<string, ReadonlyArray<StyleNode>> {
  const groups = new Map<string, Array<StyleNode>>()
  for (const macro of macros) {
    const name = macro.attrs?.['name'] ?? ''
    groups.set(name, [...(groups.get(name) ?? []), macro])
  }
  return groups
}
