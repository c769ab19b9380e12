import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct, Effects, State, TokenizeContext} from 'micromark-util-types'
import {codes, isBlank, isLineEnd} from '../syntax/tokens.ts'
import {isNameCode, longest} from './names.ts'

/**
 * `:::{name} argument` to a line of as many colons (https://mystmd.org/guide/syntax-overview): fenced as code is,
 * and read as such. pandoc's divs never begin so.
 */
export const colonFence: Construct = {
  name: 'colonFence',
  concrete: true,
  tokenize(effects, ok, nok) {
    const self = this
    const indent = indentOf(self)
    let colons = 0
    let size = 0
    const closing: Construct = {partial: true, tokenize: (inner, yes, no) => close(inner, yes, no, colons)}
    return start

    function start(code: Code): State | undefined {
      effects.enter('codeFenced')
      effects.enter('codeFencedFence')
      effects.enter('codeFencedFenceSequence')
      return sequence(code)
    }

    function sequence(code: Code): State | undefined {
      if (code === codes.colon) {
        colons++
        effects.consume(code)
        return sequence
      }
      if (colons < 3) return nok(code)
      effects.exit('codeFencedFenceSequence')
      return isBlank(code) ? factorySpace(effects, brace, 'whitespace')(code) : brace(code)
    }

    function brace(code: Code): State | undefined {
      if (code !== codes.leftBrace) return nok(code)
      effects.enter('codeFencedFenceInfo')
      effects.enter('chunkString', {contentType: 'string'})
      effects.consume(code)
      return name
    }

    function name(code: Code): State | undefined {
      if (code === codes.rightBrace && size > 0) {
        effects.consume(code)
        return afterName
      }
      if (!isNameCode(code, size) || ++size > longest) return nok(code)
      effects.consume(code)
      return name
    }

    function afterName(code: Code): State | undefined {
      if (code !== null && !isLineEnd(code) && !isBlank(code)) return nok(code)
      effects.exit('chunkString')
      effects.exit('codeFencedFenceInfo')
      return isBlank(code) ? factorySpace(effects, argument, 'whitespace')(code) : opened(code)
    }

    function argument(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return opened(code)
      effects.enter('codeFencedFenceMeta')
      effects.enter('chunkString', {contentType: 'string'})
      return inArgument(code)
    }

    function inArgument(code: Code): State | undefined {
      if (code !== null && !isLineEnd(code)) {
        effects.consume(code)
        return inArgument
      }
      effects.exit('chunkString')
      effects.exit('codeFencedFenceMeta')
      return opened(code)
    }

    function opened(code: Code): State | undefined {
      effects.exit('codeFencedFence')
      return self.interrupt ? ok(code) : lineEnd(code)
    }

    function lineEnd(code: Code): State | undefined {
      return effects.check(goesOn, effects.attempt(closing, end, nextLine), end)(code)
    }

    function nextLine(code: Code): State | undefined {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (next) =>
        indent > 0 && isBlank(next) ? factorySpace(effects, line, 'linePrefix', indent + 1)(next) : line(next)
    }

    function line(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return lineEnd(code)
      effects.enter('codeFlowValue')
      return inLine(code)
    }

    function inLine(code: Code): State | undefined {
      if (code !== null && !isLineEnd(code)) {
        effects.consume(code)
        return inLine
      }
      effects.exit('codeFlowValue')
      return lineEnd(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('codeFenced')
      return ok(code)
    }
  }
}

/** How far the fence is from the left of what it stands in: as much is taken from its lines. */
function indentOf({events}: TokenizeContext): number {
  const [, token, context] = events.at(-1) ?? []
  return token?.type === 'linePrefix' ? (context?.sliceSerialize(token, true).length ?? 0) : 0
}

/** Whether another line of the same container follows. */
const goesOn: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code === null) return nok(code)
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next))
    }
  }
}

/** A line of nothing but colons, as many as opened the fence or more. */
function close(effects: Effects, ok: State, nok: State, colons: number): State {
  let size = 0
  return (code) => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return start
  }

  function start(code: Code): State | undefined {
    effects.enter('codeFencedFence')
    return isBlank(code) ? factorySpace(effects, first, 'linePrefix', 4)(code) : first(code)
  }

  function first(code: Code): State | undefined {
    if (code !== codes.colon) return nok(code)
    effects.enter('codeFencedFenceSequence')
    return sequence(code)
  }

  function sequence(code: Code): State | undefined {
    if (code === codes.colon) {
      size++
      effects.consume(code)
      return sequence
    }
    if (size < colons) return nok(code)
    effects.exit('codeFencedFenceSequence')
    return isBlank(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code)
  }

  function end(code: Code): State | undefined {
    if (code !== null && !isLineEnd(code)) return nok(code)
    effects.exit('codeFencedFence')
    return ok(code)
  }
}
