import type {Landing, Outlook, Way} from './landing.ts'
import {landingFrom} from './landing.ts'
import {plainFields} from './prune.ts'
import type {Labels, StyleToken, TokenList} from './tokens.ts'
import {after, kinds, kindsOf} from './tokens.ts'

/** What of the engine runs a style, beyond what it declares; of the one version that is installed. */
interface Running {
  tokenExec: (this: object, token: StyleToken, work: Work, cite?: object) => number | undefined
  readonly AREAS: ReadonlyArray<string>
  readonly Blob: NewStretch
}

type NewStretch = new (text: undefined, token: StyleToken, level: string) => Stretch
type Work = Readonly<Record<string, unknown>>
type Step = (token: StyleToken, work: Work, cite: object | undefined) => number | undefined

/** What is printed, with what is printed within. */
interface Stretch {
  readonly blobs: Array<Stretch> | string
  readonly num?: unknown
  push(inner: Stretch): void
}

/** One that is open. */
interface Level extends Stretch {
  readonly blobs: Array<Stretch>
}

interface State {
  readonly macros: Readonly<Record<string, TokenList>>
  readonly opt: {readonly use_context_condition?: unknown}
  readonly tmp: {
    readonly can_substitute: {readonly mystack: ReadonlyArray<unknown>}
    readonly group_context: {readonly tip: {variable_attempt: boolean}}
    just_did_number: unknown
  }
  readonly output: {readonly current: {readonly mystack: ReadonlyArray<Level>}}
}

/** A list of tokens with its landings, by the class of the work that is printed and by place. */
interface Known extends Way {
  readonly landings: Array<Array<Landing | undefined> | undefined>
}

const steps = new WeakMap<object, Step>()
const hastened = new WeakSet<object>()

/**
 * Have an engine run no conditions that follow from the work printed, no groups and macros in which there is then nothing
 * to run, and no groups that change nothing about what is in them. It prints the same.
 */
export function runSwiftly(engine: object, csl: object, labels: Labels): void {
  const running = csl as Running
  if (!hastened.has(csl)) {
    const {tokenExec} = running
    running.tokenExec = function (token, work, cite) {
      const step = steps.get(this)
      return step === undefined ? tokenExec.call(this, token, work, cite) : step(token, work, cite)
    }
  }
  hastened.add(csl)
  const state = engine as State & Readonly<Record<string, {readonly tokens: TokenList}>>
  const lists = [...running.AREAS.map((area) => state[area]?.tokens ?? []), ...Object.values(state.macros)]
  if (state.opt.use_context_condition || lists.some((list) => list.some(isOdd))) return
  steps.set(engine, stepsOf(state, running.Blob, lists, labels))
}

/** Tokens that have an engine print in another language for a while, or have groups wait for one another. */
function isOdd({locale_default: locale, strings, test, name}: StyleToken): boolean {
  const isCondition = name === 'if' || name === 'else-if'
  const waits = strings['require'] !== undefined || strings['reject'] !== undefined
  return locale !== undefined || waits || (test !== undefined && !isCondition)
}

function stepsOf(state: State, Blob: NewStretch, lists: ReadonlyArray<TokenList>, labels: Labels): Step {
  const places = new WeakMap<StyleToken, {readonly way: Known; readonly kind: number | undefined}>()
  const ways = new Map<TokenList, Known>()
  for (const list of lists) {
    const way: Known = {list, kinds: kindsOf(list, labels), landings: []}
    ways.set(list, way)
    for (const [index, token] of list.entries()) places.set(token, {way, kind: way.kinds[index]})
  }
  const landingOf = landings(state, ways, labels)
  const pass = passing(state, Blob)
  const advance = (way: Known, at: number, work: Work): number => {
    if (isRun(way.kinds[at])) return at
    const {mystack} = state.output.current
    const parent = mystack[mystack.length - 1]
    if (mystack.length < 2 || parent === undefined) return at
    const landing = landingOf(way, at, work)
    if (landing.suffix) state.tmp.just_did_number = false
    if (landing.groups) state.tmp.group_context.tip.variable_attempt = false
    for (const token of landing.empty) parent.push(new Blob(undefined, token, 'group'))
    return landing.at
  }
  return (token, work, cite) => {
    const place = places.get(token)
    const kind = place?.kind
    const {execs} = token
    let {next} = token
    if (kind === kinds.condition) next = after(token, token.test?.(work, cite)) ?? next
    else if ((kind !== kinds.bareBegin && kind !== kinds.bareEnd) || !pass(token))
      // Run for every token of every citation: an iterator would cost more than what it goes over.
      for (let index = 0; index < execs.length; index++) next = execs[index]?.call(token, state, work, cite) || next
    return place === undefined ? next : advance(place.way, next, work)
  }
}

/** Whether nothing can be passed from a token on. */
function isRun(kind: number | undefined): boolean {
  return kind === undefined || kind === kinds.other || kind === kinds.end || kind === kinds.bareEnd
}

/** Landings for a work and what the engine is after, made when first needed: those of all works of a class are one. */
function landings(state: State, ways: ReadonlyMap<TokenList, Known>, labels: Labels) {
  const classOf = classes()
  const find = (way: Known, at: number, number: number, holds: Outlook['holds']): Landing => {
    way.landings[number] ??= []
    const own = way.landings[number]
    own[at] ??= landingFrom(way, at, {
      holds,
      macro: (token) => {
        const called = ways.get(state.macros[labels.macros.get(token) ?? ''] ?? [])
        const inside = called && find(called, 0, number, holds)
        return inside?.at === called?.list.length ? inside : undefined
      }
    })
    return own[at]
  }
  return (way: Known, at: number, work: Work): Landing => {
    const sought = state.tmp.can_substitute.mystack
    const seeking = Boolean(sought[sought.length - 1])
    const number = classOf(work) * 2 + (seeking ? 1 : 0)
    const found = way.landings[number]?.[at]
    if (found !== undefined) return found
    return find(way, at, number, (token) => {
      if (labels.seeking.has(token)) return seeking
      return token.tests?.every((test) => labels.settled.has(test)) ? token.test?.(work, undefined) : undefined
    })
  }
}

/** Pass bare groups, if there is a stretch to print into; those that come out empty leave an empty stretch behind. */
function passing(state: State, Blob: NewStretch): (token: StyleToken) => boolean {
  const counts: Array<number | undefined> = []
  return (token) => {
    const {mystack} = state.output.current
    const parent = mystack.length < 2 ? undefined : mystack[mystack.length - 1]
    if (token.tokentype === 0) {
      counts.push(parent?.blobs.length)
      return parent !== undefined
    }
    const count = counts.pop()
    if (count === undefined || parent === undefined) return false
    const last = parent.blobs[count]
    if (last === undefined) parent.push(new Blob(undefined, token, 'group'))
    // Without one around it, a group of a number would be taken for a number.
    else if (typeof last.blobs !== 'string' && last.blobs.some(({num}) => num !== undefined)) {
      const around = new Blob(undefined, token, 'group')
      around.push(last)
      parent.blobs.pop()
      parent.push(around)
    }
    return true
  }
}

/** Numbers of classes of works: by their type and the fields that they have. */
function classes(): (work: Work) => number {
  const numbers = new Map<string, number>()
  const known = new WeakMap<Work, number>()
  return (work) => {
    const old = known.get(work)
    if (old !== undefined) return old
    const fields = Object.keys(work).filter((field) => plainFields.has(field) && isThere(work[field]))
    const name = [work['type'], ...fields].join()
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    known.set(work, number)
    return number
  }
}

/** Whether a condition finds a field (citeproc-js, `CSL.Attributes["@variable"]`). */
function isThere(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(Boolean)
  return (typeof value === 'string' || typeof value === 'number') && Boolean(value)
}
