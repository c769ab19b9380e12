import {plainFields} from './item-classes.ts'
import type {Landing, Outlook, Way} from './landing.ts'
import {landingFrom} from './landing.ts'
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
/** Runs a list from a token on to its end, and gives where that is; `undefined` for tokens of no known list. */
type Run = (token: StyleToken, work: Work, cite: object | undefined) => number | undefined

/** What is printed, with what is printed within. */
interface Stretch {
  readonly blobs: Array<Stretch> | string
  readonly strings: {readonly prefix?: string; readonly suffix?: string}
  readonly decorations: ReadonlyArray<ReadonlyArray<unknown>>
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
  /** The lists of the macros that its tokens run, by place. */
  readonly called: Array<Known | undefined>
  /** Where its tokens go on, by place: tokens have many shapes, and are slow to ask. */
  readonly nexts: Int32Array
  /** Where to stop. */
  end: number
}

const runs = new WeakMap<object, Run>()
const ways = new WeakMap<TokenList, Known>()
const hastened = new WeakSet<object>()

/**
 * Have an engine run no conditions that follow from the work printed, no groups and macros in which there is then nothing
 * to run, and no groups that change nothing about what is in them. It prints the same.
 */
export function runSwiftly(engine: object, csl: object, labels: Labels): void {
  const running = csl as Running
  if (!hastened.has(csl)) {
    const {tokenExec} = running
    // Whoever calls it goes on from the token that it gives, so that a list may as well be run at once.
    running.tokenExec = function (token, work, cite) {
      return runs.get(this)?.(token, work, cite) ?? tokenExec.call(this, token, work, cite)
    }
  }
  hastened.add(csl)
  const state = engine as State & Readonly<Record<string, {readonly tokens: TokenList}>>
  const lists = [...running.AREAS.map((area) => state[area]?.tokens ?? []), ...Object.values(state.macros)]
  if (state.opt.use_context_condition || lists.some((list) => list.some(isOdd))) return
  const run = runOf(state, running.Blob, lists, labels)
  if (run !== undefined) runs.set(engine, run)
}

/** Have a list of tokens run up to one, until told otherwise. */
export function stopAt(list: TokenList, end: number): void {
  const way = ways.get(list)
  if (way !== undefined) way.end = end
}

/** Tokens that have an engine print in another language for a while, or have groups wait for one another. */
function isOdd({locale_default: locale, strings, test, name}: StyleToken): boolean {
  const isCondition = name === 'if' || name === 'else-if'
  const waits = strings['require'] !== undefined || strings['reject'] !== undefined
  return locale !== undefined || waits || (test !== undefined && !isCondition)
}

/** `undefined` where a token is in several lists. */
function runOf(state: State, Blob: NewStretch, lists: ReadonlyArray<TokenList>, labels: Labels): Run | undefined {
  for (const list of lists) {
    const nexts = Int32Array.from(list, ({next}) => next)
    ways.set(list, {list, kinds: kindsOf(list, labels), landings: [], called: [], nexts, end: list.length})
  }
  const places = new Map<StyleToken, {readonly way: Known; readonly at: number}>()
  for (const list of lists) {
    const way = ways.get(list)
    for (const [at, token] of list.entries()) {
      if (way === undefined || places.has(token)) return undefined
      places.set(token, {way, at})
      const macro = state.macros[labels.macros.get(token) ?? '']
      way.called.push(macro && ways.get(macro))
    }
  }
  const advance = advancing(state, Blob, landings(state, labels))
  const pass = passing(state, Blob)
  const classOf = classes()
  /** Runs a token, and gives where its list goes on. */
  const step = (way: Known, at: number, token: StyleToken, work: Work, cite: object | undefined): number => {
    const kind = way.kinds[at]
    const macro = way.called[at]
    const next = way.nexts[at] ?? at + 1
    if (kind === kinds.condition) return after(token, token.test?.(work, cite)) ?? next
    if (macro !== undefined) {
      run(macro, work, cite)
      return next
    }
    const isPassed = (kind === kinds.bareBegin || kind === kinds.bareEnd) && pass(token)
    return isPassed ? next : runAlone(token, next, state, work, cite)
  }
  const run = (way: Known, work: Work, cite: object | undefined, from = 0): number => {
    const number = classOf(work)
    let at = from
    for (let token = way.list[at]; token !== undefined && at < way.end; token = way.list[at]) {
      at = step(way, at, token, work, cite)
      if (!isRun[way.kinds[at] ?? kinds.other]) at = advance(way, at, work, number)
    }
    return at
  }
  return (token, work, cite) => {
    const place = places.get(token)
    return place && run(place.way, work, cite, place.at)
  }
}

/** Run for every token of every citation: an iterator would cost more than what it goes over. */
function runAlone(token: StyleToken, from: number, state: State, work: Work, cite: object | undefined): number {
  const {execs} = token
  let next = from
  for (let index = 0; index < execs.length; index++) next = execs[index]?.call(token, state, work, cite) || next
  return next
}

/** Where to go on, once what prints nothing has been passed. */
function advancing(state: State, Blob: NewStretch, landingOf: LandingOf) {
  return (way: Known, at: number, work: Work, number: number): number => {
    const {mystack} = state.output.current
    const parent = mystack[mystack.length - 1]
    if (mystack.length < 2 || parent === undefined) return at
    const landing = landingOf(way, at, work, number)
    if (landing.at === at) return at
    if (landing.suffix) state.tmp.just_did_number = false
    if (landing.groups) state.tmp.group_context.tip.variable_attempt = false
    for (const token of landing.empty) parent.push(new Blob(undefined, token, 'group'))
    return landing.at
  }
}

/** By kind, whether nothing can be passed from a token on. */
const isRun = [kinds.other, kinds.condition, kinds.begin, kinds.end, kinds.macro, kinds.bareBegin, kinds.bareEnd].map(
  (kind) => kind === kinds.other || kind === kinds.end || kind === kinds.bareEnd
)

type LandingOf = (way: Known, at: number, work: Work, number: number) => Landing

/** Landings for a work and what the engine is after, made when first needed: those of all works of a class are one. */
function landings(state: State, labels: Labels): LandingOf {
  const find = (way: Known, at: number, number: number, holds: Outlook['holds']): Landing => {
    way.landings[number] ??= []
    const own = way.landings[number]
    own[at] ??= landingFrom(way, at, {
      holds,
      macro: (place) => {
        const called = way.called[place]
        const inside = called && find(called, 0, number, holds)
        return inside?.at === called?.list.length ? inside : undefined
      }
    })
    return own[at]
  }
  return (way, at, work, ofClass) => {
    const sought = state.tmp.can_substitute.mystack
    const seeking = Boolean(sought[sought.length - 1])
    const number = ofClass * 2 + (seeking ? 1 : 0)
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
    // Of other stretches, the engine would take affixes, decorations, text and numbers for those of the group.
    else if (!isHolder(last)) {
      const around = new Blob(undefined, token, 'group')
      around.push(last)
      parent.blobs.pop()
      parent.push(around)
    }
    return true
  }
}

/** Whether a stretch does nothing but hold others, as a group around it would. */
function isHolder({blobs, strings, decorations}: Stretch): boolean {
  if (typeof blobs === 'string' || strings.prefix || strings.suffix) return false
  if (!decorations.every(([kind]) => kind === '@showid') || blobs.some(({num}) => num !== undefined)) return false
  return !endsInSpaces(blobs)
}

/** Whether two spaces follow the last of some stretches, of which the engine lifts one as far as there are groups. */
function endsInSpaces(blobs: ReadonlyArray<Stretch>): boolean {
  let last = blobs[blobs.length - 1]
  while (last !== undefined && !last.strings.suffix && typeof last.blobs !== 'string')
    last = last.blobs[last.blobs.length - 1]
  return last?.strings.suffix?.endsWith('  ') ?? false
}

/** Numbers of classes of works: by their type and the fields that they have. */
function classes(): (work: Work) => number {
  const numbers = new Map<string, number>()
  const known = new WeakMap<Work, number>()
  let last: {readonly work: Work; readonly number: number} | undefined
  const find = (work: Work) => {
    const old = known.get(work)
    if (old !== undefined) return old
    const fields = Object.keys(work).filter((field) => plainFields.has(field) && isThere(work[field]))
    const name = [work['type'], ...fields].join()
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    known.set(work, number)
    return number
  }
  // One work is asked for over and over while it is printed.
  return (work) => {
    if (last?.work !== work) last = {work, number: find(work)}
    return last.number
  }
}

/** Whether a condition finds a field (citeproc-js, `CSL.Attributes["@variable"]`). */
function isThere(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(Boolean)
  return (typeof value === 'string' || typeof value === 'number') && Boolean(value)
}
