/** What of the engine's reading of styles is made quicker; of the one version that is installed. */
interface Reading {
  setDecorations: (state: unknown, attributes: Record<string, unknown>) => Array<[string, unknown]>
  readonly FORMAT_KEY_SEQUENCE: ReadonlyArray<string>
  readonly Util: {substituteStart: Extend; substituteEnd: Extend}
  readonly XmlJSON: {readonly prototype: Nodes}
}

interface Nodes {
  getNodesByName: (tree: StyleNode, name: string, nameOf?: string, found?: Array<StyleNode>) => Array<StyleNode>
}

/** Gives a token what it does, by what is around it. */
type Extend = (this: Extended, engine: State, target: unknown) => void

interface Extended {
  readonly execs: Array<(engine: State, work: object) => void>
  readonly variables_real?: ReadonlyArray<string>
  readonly hasVariable?: boolean
}

interface State {
  readonly sys: {readonly variableWrapper?: unknown}
  readonly tmp: {readonly just_looking?: boolean; readonly suppress_decorations?: boolean; readonly area: string}
  readonly output: {
    startTag(name: string, token: object): void
    endTag(name: string): void
    readonly current: {value(): {params?: object}}
  }
}

interface StyleNode {
  readonly name: string
  readonly attrs?: Readonly<Record<string, string>>
  readonly children?: ReadonlyArray<StyleNode | string>
}

/**
 * Have an engine made without its going through the whole style for each macro that it calls, and through an array by
 * its properties for each element, and with no more said of a variable that it prints than is asked for. Others are made as ever.
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
  const {substituteStart, substituteEnd} = reading.Util
  reading.Util.substituteStart = function (engine, target) {
    substituteStart.call(this, engine, target)
    if (engine.sys.variableWrapper === undefined || !this.variables_real?.length) return
    // The last of what it does, by the engine's code.
    this.execs[this.execs.length - 1] = beginVariable
  }
  reading.Util.substituteEnd = function (engine, target) {
    const first = this.execs.length
    substituteEnd.call(this, engine, target)
    if (engine.sys.variableWrapper === undefined || !(this.hasVariable || this.variables_real?.length)) return
    this.execs[first] = endVariable
  }
  try {
    return make()
  } finally {
    Object.assign(reading.Util, {substituteStart, substituteEnd})
    reading.setDecorations = setDecorations
    nodes.getNodesByName = getNodesByName
  }
}

const variableName = 'variable_entry'
const variableToken = {strings: {delimiter: undefined, prefix: '', suffix: ''}, decorations: [['@showid', 'true']]}

/** The engine's way of having a variable told, without what no one asks for. */
function beginVariable({tmp, output}: State, work: object): void {
  if (!isTold(tmp)) return
  output.startTag(variableName, variableToken)
  output.current.value().params = {context: tmp.area, itemData: work}
}

function endVariable({tmp, output}: State): void {
  if (isTold(tmp)) output.endTag(variableName)
}

function isTold({just_looking: looking, suppress_decorations: bare}: State['tmp']): boolean {
  return !looking && !bare
}

function byName(macros: ReadonlyArray<StyleNode>): ReadonlyMap<string, ReadonlyArray<StyleNode>> {
  const groups = new Map<string, Array<StyleNode>>()
  for (const macro of macros) {
    const name = macro.attrs?.['name'] ?? ''
    groups.set(name, [...(groups.get(name) ?? []), macro])
  }
  return groups
}
