import {format, formatName} from './format.ts'

/** What of the engine holds and joins what is printed; of the one version that is installed. */
interface Output {
  readonly Stack: {readonly prototype: {value: (this: {readonly mystack: ReadonlyArray<unknown>}) => unknown}}
  /** What is printed, with what is printed within. */
  Blob: {readonly prototype: object}
  getSafeEscape: (state: State) => (text: string) => unknown
  readonly Output: {readonly Queue: {readonly prototype: {renderBlobs: Join; startTag: Open}}}
}

/** Opens a stretch with the affixes and decorations of a token. */
type Open = (this: Queue, name: string, token: object) => void

interface Queue {
  readonly state: State
  readonly empty: object
  readonly formats: {push(formats: object): void}
  openLevel(name: string): void
}

type Join = (this: object, stretches: ReadonlyArray<unknown>, ...rest: ReadonlyArray<unknown>) => unknown

interface State {
  readonly opt: Readonly<Record<string, unknown>>
  readonly tmp: {
    readonly area?: string
    readonly extension?: unknown
    readonly 'doing-macro-with-date'?: unknown
  }
}

interface Token {
  readonly strings?: Readonly<Record<string, unknown>>
  readonly decorations?: ReadonlyArray<ReadonlyArray<unknown>>
}

interface Stretch {
  levelname: unknown
  strings: Readonly<Record<string, unknown>>
  decorations: Array<ReadonlyArray<unknown>>
  blobs: unknown
  alldecor: ReadonlyArray<unknown>
  within?: Decorated
}

/** The decorations of a stretch and of those around it, from the inside: a list, or one before another. */
type Decorated = ReadonlyArray<unknown> | {readonly inner: Decorated; readonly outer: Decorated}

/** Have stretches of output made, escaped and joined without what comes out the same; `isOurs` says whose format is ours. */
export function hastenOutput(csl: object, isOurs: (state: object) => boolean): void {
  const output = csl as Output
  output.Stack.prototype.value = function () {
    return this.mystack[this.mystack.length - 1]
  }
  const {prototype} = output.Blob
  decoratedLate(prototype as Stretch & Holder)
  output.Blob = stretchesLike(prototype)
  const {getSafeEscape} = output
  output.getSafeEscape = (state) => {
    if (!isOurs(state) || state.opt['mode'] !== formatName) return getSafeEscape(state)
    const {area} = state.tmp
    return area === 'citation' || area === 'bibliography' ? escaped : same
  }
  const {renderBlobs, startTag} = output.Output.Queue.prototype
  output.Output.Queue.prototype.startTag = openedOnce(startTag)
  output.Output.Queue.prototype.renderBlobs = function (stretches, ...rest) {
    if (stretches.length === 0) return ''
    const [only] = stretches
    return stretches.length === 1 && typeof only === 'string' ? only : renderBlobs.call(this, stretches, ...rest)
  }
}

/** Elements opened with what was made when they were opened first; nothing writes into that. */
function openedOnce(startTag: Open): Open {
  const known = new WeakMap<object, {readonly name: string; readonly formats: {readonly empty: object}}>()
  return function (name, token) {
    const {state, empty, formats} = this
    if (state.tmp.extension && state.tmp['doing-macro-with-date']) return startTag.call(this, name, token)
    const found = known.get(token)
    const made = found?.name === name && found.formats.empty === empty ? found : {name, formats: {[name]: token, empty}}
    if (made !== found) known.set(token, made)
    formats.push(made.formats)
    this.openLevel(name)
  }
}

const same = (text: string) => text
const escaped = format['text_escape'] as (text: string) => string

/** The engine's constructor, without its walk over properties. */
function stretchesLike(prototype: object): Output['Blob'] {
  function Blob(this: Stretch, text: unknown, token: Token | undefined, level: unknown) {
    const {strings, decorations = []} = token ?? {}
    this.levelname = level
    this.strings = token ? {prefix: '', suffix: '', ...strings} : {prefix: '', suffix: '', delimiter: ''}
    this.decorations = decorations.map((decoration) => decoration.slice())
    this.blobs = typeof text === 'string' ? text : text ? [text] : []
    this.within = [this.decorations]
  }
  Blob.prototype = prototype
  return Blob
}

interface Holder {
  push: (this: Stretch, inner: Stretch | false) => void
  toJSON?: (this: Stretch) => object
}

/** Have a stretch put together what it is decorated with when that is asked for, which is seldom, not at each level. */
function decoratedLate(prototype: Stretch & Holder): void {
  const {push} = prototype
  prototype.push = function (inner) {
    const {blobs, within} = this
    // Numbers, and copies of stretches, hold their own lists.
    if (!Array.isArray(blobs) || inner === false || inner.within === undefined || within === undefined) {
      push.call(this, inner)
      return
    }
    inner.within = {inner: inner.within, outer: within}
    blobs.push(inner)
  }
  // A copy of a stretch has all that the engine gives it.
  prototype.toJSON = function () {
    const {within, ...rest} = this
    return {...rest, alldecor: this.alldecor}
  }
  Object.defineProperty(prototype, 'alldecor', {
    get(this: Stretch) {
      return listed(this.within ?? [])
    },
    set(this: Stretch, list: ReadonlyArray<unknown>) {
      this.within = list
    }
  })
}

function listed(decorated: Decorated): ReadonlyArray<unknown> {
  return 'inner' in decorated ? [...listed(decorated.inner), ...listed(decorated.outer)] : decorated
}
