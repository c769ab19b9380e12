import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import {codes, isLineEnd} from './tokens.ts'

const longest = 300

/** Where in a text the last key began and ended: brackets ask whether one is inside or just before. */
export interface LastKey {
  readonly start: number
  readonly end: number
}

const lastKeys = new WeakMap<TokenizeContext, LastKey>()

/** The last key taken so far in this text. */
export function lastKeyOf(context: TokenizeContext): LastKey | undefined {
  return lastKeys.get(context)
}

/**
 * `@key`, `-@key`, `@{any key}`: pandoc's citation keys (https://pandoc.org/MANUAL.html#citation-syntax).
 * A key begins with a letter, a digit or `_` and holds single internal punctuation of `:.#$%&-+?<>~/`.
 */
export const citationKey: Construct = {name: 'citationKey', tokenize, previous: notInWord}

function notInWord(this: TokenizeContext, code: Code): boolean {
  return !isWord(code)
}

function tokenize(this: TokenizeContext, effects: Parameters<Construct['tokenize']>[0], ok: State, nok: State): State {
  const self = this
  const start = self.now().offset
  const before = self.previous
  let size = 0
  let depth = 0
  const punctuated = effects.check(punctuation, take, finish)
  const paired = effects.check(astral, takeTwo, finish)
  const doubled = effects.check(doubleSlash, take, punctuated)
  return begin

  function begin(code: Code): State | undefined {
    effects.enter('citationKey')
    effects.enter('citationKeyMarker')
    if (code !== codes.dash) return at(code)
    // Two dashes are a dash of the text.
    if (before === codes.dash) return nok(code)
    effects.consume(code)
    return at
  }

  function at(code: Code): State | undefined {
    if (code !== codes.at) return nok(code)
    effects.consume(code)
    return afterAt
  }

  function afterAt(code: Code): State | undefined {
    if (code === codes.leftBrace) {
      effects.consume(code)
      effects.exit('citationKeyMarker')
      return bracedStart
    }
    effects.exit('citationKeyMarker')
    effects.enter('citationKeyText')
    if (code === asterisk) {
      effects.consume(code)
      return finish
    }
    if (isSurrogate(code)) return effects.check(astral, takeTwo, nok)(code)
    return isWord(code) && !isMark(code) ? more(code) : nok(code)
  }

  function take(code: Code): State | undefined {
    effects.consume(code)
    return more
  }

  function takeTwo(code: Code): State | undefined {
    effects.consume(code)
    return take
  }

  function more(code: Code): State | undefined {
    if (isSurrogate(code)) return ++size > longest ? nok(code) : paired(code)
    if (isWord(code)) {
      if (++size > longest) return nok(code)
      effects.consume(code)
      return more
    }
    if (code === codes.colon || code === slash) return doubled(code)
    return isInternal(code) ? punctuated(code) : finish(code)
  }

  function bracedStart(code: Code): State | undefined {
    if (code === codes.rightBrace) return nok(code)
    effects.enter('citationKeyText')
    return braced(code)
  }

  function braced(code: Code): State | undefined {
    if (code === null || isLineEnd(code) || code <= codes.space || ++size > longest) return nok(code)
    if (code === codes.leftBrace) depth++
    if (code === codes.rightBrace && depth-- === 0) {
      effects.exit('citationKeyText')
      effects.enter('citationKeyMarker')
      effects.consume(code)
      effects.exit('citationKeyMarker')
      return done
    }
    effects.consume(code)
    return braced
  }

  function finish(code: Code): State | undefined {
    effects.exit('citationKeyText')
    return done(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('citationKey')
    lastKeys.set(self, {start, end: self.now().offset})
    return ok(code)
  }
}

const asterisk = 42
const slash = 47
const internal: ReadonlySet<Code> = new Set([...':.#$%&-+?<>~/'].map((character) => character.charCodeAt(0)))

function isInternal(code: Code): boolean {
  return internal.has(code)
}

/** One punctuation character before a letter or digit. */
const punctuation: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    return (code) => {
      effects.enter('data')
      effects.consume(code)
      effects.exit('data')
      return (next) => (isSurrogate(next) ? effects.check(astral, ok, nok)(next) : isWord(next) ? ok(next) : nok(next))
    }
  }
}

/** `:/` or `//`, as in an address. */
const doubleSlash: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    return (code) => {
      effects.enter('data')
      effects.consume(code)
      effects.exit('data')
      return (next) => (next === slash ? effects.check(slashAndWord, ok, nok)(next) : nok(next))
    }
  }
}

/** The slash after it leads on to a letter, or to another such slash. */
const slashAndWord: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    let count = 0
    return slashes
    function slashes(code: Code): State | undefined {
      if (code === slash && count++ < 2) {
        effects.enter('data')
        effects.consume(code)
        effects.exit('data')
        return slashes
      }
      return isWord(code) && code !== slash ? ok(code) : nok(code)
    }
  }
}

/** A letter or digit beyond the basic plane: two code units. */
const astral: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    return (high) => {
      effects.enter('data')
      effects.consume(high)
      return (low) => {
        const character = String.fromCharCode(high ?? 0, low ?? 0)
        if (low === null || low < 0 || !word.test(character)) return nok(low)
        effects.consume(low)
        effects.exit('data')
        return ok
      }
    }
  }
}

const word = /^[\p{L}\p{M}\p{N}_]$/u

/** A letter, mark or digit of the basic plane, or `_`. */
function isWord(code: Code): boolean {
  if (code === null || code < 0) return false
  if (code < 128)
    return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123) || code === 95
  return word.test(String.fromCharCode(code))
}

function isMark(code: Code): boolean {
  return code !== null && code > 127 && /^\p{M}$/u.test(String.fromCharCode(code))
}

function isSurrogate(code: Code): boolean {
  return code !== null && code >= 0xd800 && code < 0xdc00
}
