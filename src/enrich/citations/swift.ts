import type CSL from 'citeproc'

import {hastenTelling} from './swift-apart.ts'
import {nameOnce} from './swift-names.ts'
import {readOnce} from './swift-numbers.ts'
import {hastenOutput} from './swift-output.ts'

/** What of an engine is made quicker, beyond what it declares; of the one version that is installed. */
interface Insides {
  retrieveItem: (id: string) => object
  readonly registry: {readonly refhash: Readonly<Record<string, object>>}
  readonly fun: {readonly flipflopper: {processTags: (blob: {readonly blobs: unknown}) => void}}
}

/** Helpers that all engines share. */
interface Helpers {
  readonly Util: {readonly Names: {initializeWith: Initialize}}
  toLocaleLowerCase: (this: State, text: string) => string
  toLocaleUpperCase: (this: State, text: string) => string
  getSortKeys: (this: State, item: Work, area: string) => ReadonlyArray<string>
  readonly Disambiguation: {readonly prototype: {getCiteData: (...given: Array<unknown>) => void}}
  getAmbiguousCite: (this: State, item: Work, ...rest: ReadonlyArray<unknown>) => string
}

interface Work {
  readonly id: string
}

/** What has been printed so far. */
interface Queue {
  adjust: Readonly<Record<'downward' | 'fix' | 'leftward' | 'upward', () => void>>
  queue: Array<unknown>
  readonly current: {mystack: Array<unknown>}
  string: (state: unknown, stretches: unknown, within?: unknown) => unknown
}

type Initialize = (state: State, name: string, terminator: string, normalizeOnly?: boolean) => string

interface State {
  readonly output: Queue
  readonly opt: Readonly<Record<string, unknown>>
  readonly tmp: {readonly lang_array?: ReadonlyArray<string> | undefined; readonly authorstring_request?: boolean}
}

/** What works are sorted by within citations, of the engines for which that stays as it is. */
interface Sorting {
  readonly keys: Map<string, ReadonlyArray<string>>
  /** Whose names the engine has already. */
  readonly named: Set<string>
}

const sorting = new WeakMap<object, Sorting>()

/** Do something with an engine that knows all works, and prints none by its position: none is then sorted in two ways. */
export function sortedOnce<Result>(engine: CSL.Engine, work: () => Result): Result {
  sorting.set(engine, {keys: new Map(), named: new Set()})
  try {
    return work()
  } finally {
    sorting.delete(engine)
  }
}

/** Initials by all that they follow from, of each engine that is made quick; others are left alone. */
const memos = new WeakMap<object, Map<string, string>>()
const hastened = new WeakSet<object>()

/**
 * Have an engine not do over and over what comes out the same: the initials of a name, small letters by the rules of a
 * list of languages, what a work is sorted by, and the search for quotes and tags in text that has none. It prints the same.
 */
export function hasten(engine: CSL.Engine, csl: object): void {
  memos.set(engine, new Map())
  if (!hastened.has(csl)) {
    hastenHelpers(csl as Helpers)
    sortHelpers(csl as Helpers)
    hastenTelling(csl)
    hastenOutput(csl, (state) => memos.has(state))
  }
  hastened.add(csl)
  fetchOnce(engine as unknown as Insides)
  readOnce(engine, csl)
  nameOnce(engine)
  hastenTags(engine)
}

function hastenHelpers(csl: Helpers): void {
  const {Util, toLocaleLowerCase, toLocaleUpperCase} = csl
  const {initializeWith} = Util.Names
  Util.Names.initializeWith = (state, name, terminator, normalizeOnly) => {
    const make = () => initializeWith.call(Util.Names, state, name, terminator, normalizeOnly)
    const memo = memos.get(state)
    if (memo === undefined || typeof name !== 'string') return make()
    const key = [terminator, normalizeOnly, state.opt['initialize-with-hyphen'], state.tmp.lang_array, name].join('\n')
    const found = memo.get(key)
    if (found !== undefined) return found
    const made = make()
    memo.set(key, made)
    return made
  }
  const isPlain = (state: State) => memos.has(state) && !state.tmp.lang_array?.some(isOwnCased)
  csl.toLocaleLowerCase = function (text) {
    return isPlain(this) ? text.toLowerCase() : toLocaleLowerCase.call(this, text)
  }
  csl.toLocaleUpperCase = function (text) {
    return isPlain(this) ? text.toUpperCase() : toLocaleUpperCase.call(this, text)
  }
}

function sortHelpers(csl: Helpers): void {
  const {getSortKeys, getAmbiguousCite} = csl
  csl.getSortKeys = function (item, area) {
    const keys = area === 'citation_sort' ? sorting.get(this)?.keys : undefined
    const found = keys?.get(item.id) ?? getSortKeys.call(this, item, area)
    keys?.set(item.id, found)
    return [...found]
  }
  csl.getAmbiguousCite = function (item, ...rest) {
    const named = this.tmp.authorstring_request === true ? sorting.get(this)?.named : undefined
    if (named?.has(item.id)) return ''
    named?.add(item.id)
    const make = () => getAmbiguousCite.call(this, item, ...rest)
    return memos.has(this) && (unread || this.tmp.authorstring_request === true) ? unprinted(this, make) : make()
  }
  const {getCiteData} = csl.Disambiguation.prototype
  csl.Disambiguation.prototype.getCiteData = function (...given) {
    unread = true
    try {
      getCiteData.apply(this, given)
    } finally {
      unread = false
    }
  }
}

/** Whether a citation is made for what the engine learns by it, and its text thrown away. */
let unread = false

/** Have a citation made, but no text of it. */
function unprinted({output, tmp}: State, make: () => string): string {
  const {adjust, string} = output
  const nothing = () => undefined
  output.adjust = {upward: nothing, leftward: nothing, downward: nothing, fix: nothing}
  output.string = function (state, stretches, within) {
    // Names are compared as text on the way.
    if (within !== undefined) return string.call(this, state, stretches, within)
    Object.assign(tmp, {count_offset_characters: false, offset_characters: 0})
    this.queue = []
    this.current.mystack = [this.queue]
    return ''
  }
  try {
    return make()
  } finally {
    output.adjust = adjust
    // The engine's own again.
    Reflect.deleteProperty(output, 'string')
  }
}

/**
 * Whether a language has small or large letters of its own: Azerbaijani, Lithuanian, Turkish (Unicode, SpecialCasing.txt), and
 * of large ones Greek and Armenian (ICU, `CaseMap`).
 */
function isOwnCased(language: string): boolean {
  return /^(?:az|el|hy|lt|tr)/i.test(language)
}

/**
 * Works are not given anew to an engine that has them. It writes into names what they lack, takes a work for changed by that,
 * and would sort citations of it again, then without keeping works of one author together.
 */
function fetchOnce(engine: Insides): void {
  const {retrieveItem} = engine
  engine.retrieveItem = (id) => engine.registry.refhash[id] ?? retrieveItem.call(engine, id)
}

function hastenTags(engine: CSL.Engine): void {
  const {flipflopper} = (engine as unknown as Insides).fun
  const {processTags} = flipflopper
  const quotes = ['open-quote', 'close-quote', 'open-inner-quote', 'close-inner-quote']
  const marks = new Set([...'<>"\'’‘“”', ...quotes.flatMap((term) => [...(engine.getTerm(term) || '')])])
  const letters = [...marks].map((mark) => mark.replace(/[\\\]^-]/, '\\$&')).join('')
  const marked = new RegExp(`[${letters}]`)
  flipflopper.processTags = (blob) => {
    if (typeof blob.blobs !== 'string' || marked.test(blob.blobs)) processTags.call(flipflopper, blob)
  }
}
