import {isDecided} from './swift-names.ts'

/** What of the engine tells works apart whose citations are alike; of the one version that is installed. */
interface Telling {
  readonly Disambiguation: {readonly prototype: {initVars: (this: Running, citation: string) => boolean}}
}

interface Running {
  readonly state: State
  readonly ambigcites: Readonly<Record<string, ReadonlyArray<string>>>
}

interface State {
  readonly registry: {readonly registry: Readonly<Record<string, unknown>>}
}

/** Engines that are meeting their works. */
const meeting = new WeakSet<object>()

/**
 * Have an engine that knows no works yet meet some, without its making again a citation that no other is like: it would
 * find what it has found.
 */
export function meet(engine: object, work: () => void): void {
  const state = engine as State
  if (Object.keys(state.registry.registry).length === 0) meeting.add(engine)
  try {
    work()
  } finally {
    meeting.delete(engine)
  }
}

/** Have engines leave out what they need not make again while they meet works. */
export function hastenTelling(csl: object): void {
  const {prototype} = (csl as Telling).Disambiguation
  const {initVars} = prototype
  prototype.initVars = function (citation) {
    const [id = '', ...others] = this.ambigcites[citation] ?? []
    const isAlone = others.length === 0 && meeting.has(this.state) && isDecided(this.state, id)
    return isAlone ? false : initVars.call(this, citation)
  }
}
