import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import {attributeTokens} from './attribute-block.ts'
import {codes, isBlank, isLineEnd} from './tokens.ts'

/**
 * `$$…$$` on lines of its own, attributes behind it. Lines inside are TeX, not lists or headings;
 * an empty line is none of TeX's and ends the attempt, as in pandoc.
 */
export const formulaBlock: Construct = {
  name: 'formulaBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    const self = this
    let escaped = false
    let empty = true
    let any = false
    return start

    function start(code: Code): State | undefined {
      if (self.interrupt && isInFormula(self)) return nok(code)
      effects.enter('formulaFlow')
      effects.enter('formulaMarker')
      effects.consume(code)
      return second
    }

    function second(code: Code): State | undefined {
      if (code !== codes.dollar) return nok(code)
      effects.consume(code)
      return opened
    }

    function opened(code: Code): State | undefined {
      if (code === codes.dollar) return nok(code)
      effects.exit('formulaMarker')
      empty = false
      return text(code)
    }

    function text(code: Code): State | undefined {
      if (code === null) return nok(code)
      if (isLineEnd(code)) return lineEnd(code)
      if (code === codes.dollar && !escaped) return effects.attempt(closing, closed, single)(code)
      effects.enter('formulaText')
      return inside(code)
    }

    function single(code: Code): State {
      effects.enter('formulaText')
      effects.consume(code)
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === null || isLineEnd(code) || (code === codes.dollar && !escaped)) {
        effects.exit('formulaText')
        return text(code)
      }
      escaped = code === codes.backslash && !escaped
      if (!isBlank(code)) {
        empty = false
        any = true
      }
      effects.consume(code)
      return inside
    }

    function lineEnd(code: Code): State | undefined {
      if (empty) return nok(code)
      // A paragraph is broken off at the first line; containers are still looked for until then.
      if (self.interrupt) return ok(code)
      empty = true
      escaped = false
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }

    function lineStart(code: Code): State | undefined {
      return self.parser.lazy[self.now().line] ? nok(code) : text(code)
    }

    function closed(code: Code): State | undefined {
      return isBlank(code) ? factorySpace(effects, tail, 'whitespace')(code) : tail(code)
    }

    function tail(code: Code): State | undefined {
      if (code === codes.leftBrace) return attributeTokens(self, effects, afterAttributes, nok)(code)
      return end(code)
    }

    function afterAttributes(code: Code): State | undefined {
      return isBlank(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code)
    }

    function end(code: Code): State | undefined {
      if (!any || (code !== null && !isLineEnd(code))) return nok(code)
      effects.exit('formulaFlow')
      return ok(code)
    }
  }
}

const closing: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => (code) => {
    effects.enter('formulaMarker')
    effects.consume(code)
    return (next) => {
      if (next !== codes.dollar) return nok(next)
      effects.consume(next)
      effects.exit('formulaMarker')
      return ok
    }
  }
}

/** No formula that begins in the middle of a line is longer, in events of its paragraph: a bound on what is read twice. */
const furthest = 200

/** Whether the paragraph that the line would end has a `$$` still open: then this one closes it. */
function isInFormula(context: TokenizeContext): boolean {
  const events = context.events.slice(-furthest)
  const first = events.find(([kind, token]) => kind === 'enter' && token.type === 'chunkContent')
  if (first === undefined) return false
  const before = context.sliceSerialize({start: first[1].start, end: context.now()})
  return before.split('$$').length % 2 === 0
}
