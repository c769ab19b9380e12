import {factorySpace} from 'micromark-factory-space'
import type {Construct, Token, TokenizeContext} from 'micromark-util-types'
import type {Line} from './table-layout.ts'

/** The text of a token that is one line, tabs as spaces, and where it begins. */
export function lineOf(context: TokenizeContext, token: Token): Line {
  const {line, column, offset} = token.start
  return {text: context.sliceSerialize(token, true), start: {line, column, offset}}
}

/** How many columns of white space have just been read. */
export function prefixOf(context: TokenizeContext): number {
  const [kind, token] = context.events.at(-1) ?? []
  return kind === 'exit' && token?.type === 'linePrefix' ? token.end.column - token.start.column : 0
}

/** Look behind a line's end: whether the next line belongs to the same containers and begins, so far to the right, with `start`. */
export function nextLine(start: Construct, indent: number): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      return (code) => {
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        return (next) => {
          if (next === null || this.parser.lazy[this.now().line]) return nok(next)
          return factorySpace(effects, effects.attempt(start, ok, nok), 'linePrefix', indent + 1)(next)
        }
      }
    }
  }
}
