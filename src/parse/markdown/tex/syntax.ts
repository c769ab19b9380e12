import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import {codes, isLineEnd} from '../syntax/tokens.ts'
import type {Shape} from './commands.ts'
import {shapeOf} from './commands.ts'
import {environment} from './environment-syntax.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    texCommand: 'texCommand'
    texEnvironment: 'texEnvironment'
    texText: 'texText'
  }
}

/** Groups that are never closed, in one text: after so many no more are tried, which would take quadratic time. */
const patience = 20
const unclosed = new WeakMap<TokenizeContext, number>()

/** `\name[…]{…}` of a name that is understood; every other stays text. */
const command: Construct = {
  name: 'texCommand',
  tokenize(effects, ok, nok) {
    const self = this
    let name = ''
    return (code) => {
      effects.enter('texCommand')
      effects.enter('texText')
      effects.consume(code)
      return letter
    }

    function letter(code: Code): State | undefined {
      if (isLetter(code) && name.length < 30) {
        name += String.fromCharCode(code)
        effects.consume(code)
        return letter
      }
      const shape = shapeOf(name)
      if (shape === undefined || isLetter(code) || (unclosed.get(self) ?? 0) >= patience) return nok(code)
      if (code === star && shape.groups > 0) {
        effects.consume(code)
        return groups(shape)
      }
      return groups(shape)(code)
    }

    function groups(shape: Shape): State {
      return inGroups(effects, shape, end, (code) => {
        if (code === null) unclosed.set(self, (unclosed.get(self) ?? 0) + 1)
        return nok(code)
      })
    }

    function end(code: Code): State | undefined {
      effects.exit('texText')
      effects.exit('texCommand')
      return ok(code)
    }
  }
}

const star = 42

/** Groups in brackets, if any may stand, and as many in braces as there must be; none of braces takes an empty one. */
function inGroups(
  effects: Effects,
  {groups, optional = false, between: amid = false, spaced = false}: Shape,
  done: State,
  fail: State
): State {
  let depth = 0
  let count = 0
  let closing: Code = null
  let escaped = false
  return between

  function between(code: Code): State | undefined {
    if (groups === 0) return behindName(code)
    if (count === groups) return done(code)
    if (code === codes.leftBracket && ((optional && count === 0) || (amid && count === 1))) closing = codes.rightBracket
    else if (code === codes.leftBrace) closing = codes.rightBrace
    else return fail(code)
    depth = 0
    effects.consume(code)
    return inside
  }

  function behindName(code: Code): State | undefined {
    if (spaced && code === codes.space) {
      effects.consume(code)
      return done
    }
    return code === codes.leftBrace ? effects.attempt(empty, done, done)(code) : done(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null) return fail(code)
    if (isLineEnd(code)) return lineEnd(code)
    const isClosing = code === closing && depth === 0 && !escaped
    if (!escaped && !isClosing) depth += change(code)
    escaped = code === codes.backslash && !escaped
    effects.consume(code)
    if (!isClosing) return inside
    if (code === codes.rightBrace) count++
    return between
  }

  function lineEnd(code: Code): State {
    effects.exit('texText')
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    effects.enter('texText')
    return inside
  }
}

/** How many groups a brace opens. */
function change(code: Code): number {
  if (code === codes.leftBrace) return 1
  return code === codes.rightBrace ? -1 : 0
}

const empty: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => (code) => {
    effects.consume(code)
    return (next) => {
      if (next !== codes.rightBrace) return nok(next)
      effects.consume(next)
      return ok
    }
  }
}

function isLetter(code: Code): code is NonNullable<Code> {
  return code !== null && ((code > 64 && code < 91) || (code > 96 && code < 123))
}

/** LaTeX in Markdown, as far as it is understood: commands in the text, environments on lines of their own. */
export const tex: Extension = {
  flow: {[codes.backslash]: environment},
  text: {[codes.backslash]: command}
}
