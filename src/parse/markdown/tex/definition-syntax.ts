import type {Code, Effects, State} from 'micromark-util-types'
import {codes, isLineEnd} from '../syntax/tokens.ts'
import {inGroups} from './group-syntax.ts'

const hash = 35
const equals = 61
const star = 42

/** What may stand before the body: the name, in braces or not, then `#1#2` or `[2][default]`. */
const inHead: ReadonlySet<Code> = new Set([hash, equals, star, codes.leftBracket, codes.space])

/**
 * What follows `\newcommand`, `\def` and their like: `{\R}[1]{…}`, `\R{…}`, `\f#1{…}`; of `\let`, two commands.
 * In the head stands no line end; the body is in braces.
 */
export function inDefinition(effects: Effects, command: string, done: State, fail: State): State {
  const isLet = command === 'let'
  const most = isLet ? 2 : 1
  let names = 0
  return head

  function head(code: Code): State | undefined {
    if (isLet && names === most) return done(code)
    if (code === codes.backslash && names < most) return name(code)
    if (code === codes.leftBrace) return inGroups(effects, {groups: 1}, afterGroup, fail)(code)
    if (!inHead.has(code) && !isDigit(code)) return fail(code)
    effects.consume(code)
    return code === codes.leftBracket ? inBrackets : head
  }

  function name(code: Code): State | undefined {
    names++
    effects.consume(code)
    return letters
  }

  function letters(code: Code): State | undefined {
    if (!isLetter(code)) return head(code)
    effects.consume(code)
    return letters
  }

  /** The first group is the name, if that does not stand bare. */
  function afterGroup(code: Code): State | undefined {
    return ++names > most ? done(code) : head(code)
  }

  function inBrackets(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) return fail(code)
    effects.consume(code)
    return code === codes.rightBracket ? head : inBrackets
  }
}

function isDigit(code: Code): boolean {
  return code !== null && code > 47 && code < 58
}

function isLetter(code: Code): boolean {
  return code !== null && ((code > 64 && code < 91) || (code > 96 && code < 123))
}
