import type {Code, Construct, State} from 'micromark-util-types'
import {codes, isLineEnd} from './tokens.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    abbreviation: 'abbreviation'
  }
}

/** No abbreviation is longer. */
const longest = 200

/** `*[HTML]: Hypertext Markup Language`, a line by itself (https://michelf.ca/projects/php-markdown/extra/#abbr). */
export const abbreviation: Construct = {
  name: 'abbreviation',
  tokenize(effects, ok, nok) {
    let size = 0
    return (code) => {
      effects.enter('abbreviation')
      effects.consume(code)
      return bracket
    }
    function bracket(code: Code): State | undefined {
      if (code !== codes.leftBracket) return nok(code)
      effects.consume(code)
      return short
    }
    function short(code: Code): State | undefined {
      if (code === null || isLineEnd(code) || code === codes.leftBracket || ++size > longest) return nok(code)
      effects.consume(code)
      return code === codes.rightBracket && size > 1 ? colon : short
    }
    function colon(code: Code): State | undefined {
      if (code !== codes.colon) return nok(code)
      effects.consume(code)
      return long
    }
    function long(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) {
        effects.exit('abbreviation')
        return ok(code)
      }
      effects.consume(code)
      return long
    }
  }
}
