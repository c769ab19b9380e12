import type {Code, Construct, State} from 'micromark-util-types'
import {codes, isBlank, isLineEnd} from './tokens.ts'

/**
 * `$x$` and `$$x$$` in text (https://pandoc.org/MANUAL.html#math): the first `$` of a formula in the line stands
 * before, and the last after, something that is no space, and no digit follows: so `$5 and $6` are prices.
 */
export const formula: Construct = {
  name: 'formula',
  previous(code) {
    return code !== codes.dollar || this.events.at(-1)?.[1].type === 'characterEscape'
  },
  tokenize(effects, ok, nok) {
    let double = false
    let previous: Code = null
    let escaped = false
    let lineIsEmpty = false
    return start

    function start(code: Code): State | undefined {
      effects.enter('formula')
      effects.enter('formulaMarker')
      effects.consume(code)
      return second
    }

    function second(code: Code): State | undefined {
      if (code === codes.dollar) {
        double = true
        effects.consume(code)
        return opened
      }
      return code === null || code <= codes.space ? nok(code) : opened(code)
    }

    function opened(code: Code): State | undefined {
      effects.exit('formulaMarker')
      return code === codes.dollar || code === null ? nok(code) : text(code)
    }

    function text(code: Code): State | undefined {
      if (code === null) return nok(code)
      if (isLineEnd(code)) return lineEnd(code)
      if (code === codes.dollar && !escaped) return marker(code)
      effects.enter('formulaText')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || isLineEnd(code) || (code === codes.dollar && !escaped)) {
        effects.exit('formulaText')
        return text(code)
      }
      escaped = code === codes.backslash && !escaped
      previous = code
      lineIsEmpty &&= isBlank(code)
      effects.consume(code)
      return inside
    }

    function lineEnd(code: Code): State | undefined {
      if (lineIsEmpty) return nok(code)
      lineIsEmpty = true
      escaped = false
      previous = code
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return text
    }

    function marker(code: Code): State | undefined {
      effects.enter('formulaMarker')
      effects.consume(code)
      return double ? secondMarker : closed
    }

    function secondMarker(code: Code): State | undefined {
      if (code !== codes.dollar) return nok(code)
      effects.consume(code)
      return closed
    }

    function closed(code: Code): State | undefined {
      effects.exit('formulaMarker')
      const spaced = previous === null || previous <= codes.space
      if (!double && (spaced || isDigit(code))) return nok(code)
      effects.exit('formula')
      return ok(code)
    }
  }
}

function isDigit(code: Code): boolean {
  return code !== null && code > 47 && code < 58
}
