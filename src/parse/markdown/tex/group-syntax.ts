import type {Code, Construct, Effects, State} from 'micromark-util-types'
import {codes, isLineEnd} from '../syntax/tokens.ts'
import type {Shape} from './commands.ts'

/** Groups in brackets where they may stand, and as many in braces as there must be; none of braces takes an empty one. */
export function inGroups(
  effects: Effects,
  {groups, optional = false, spaced = false}: Shape,
  done: State,
  fail: State
): State {
  let depth = 0
  let count = 0
  let closing: Code = null
  let escaped = false
  return between

  function between(code: Code): State | undefined {
    const isFull = count === groups
    if (code === codes.leftBracket && mayBracket()) return open(code, codes.rightBracket)
    if (isFull) return groups === 0 ? behindName(code) : done(code)
    return code === codes.leftBrace ? open(code, codes.rightBrace) : fail(code)
  }

  function mayBracket(): boolean {
    return optional === 'anywhere' || (optional && (groups === 0 ? closing === null : count === 0))
  }

  function open(code: Code, mark: Code): State {
    closing = mark
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
