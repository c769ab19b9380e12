import type {Code, Construct, Effects, State, Token, TokenizeContext} from 'micromark-util-types'
import {attributesOfText} from '../attribute-text.ts'
import {codes, isBlank, isLineEnd} from './tokens.ts'

/** Nobody writes longer ones; what begins with a brace and goes on is text. */
const longest = 4000

/** `{#id .class key=value}` in text: whether it belongs to what stands before is decided in the tree. */
export const attributeBlock: Construct = {
  name: 'attributeBlock',
  tokenize(effects, ok, nok) {
    return attributeTokens(this, effects, ok, nok)
  }
}

/** States that take an attribute block at a brace. */
export function attributeTokens(context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let quote: Code = null
  let previous: Code = null
  let size = 0
  let inRun = false
  let token: Token | undefined
  const end = effects.check(
    textEnd,
    (code) => finish(code, true),
    (code) => finish(code, false)
  )
  return start

  function start(code: Code): State | undefined {
    token = effects.enter('attributeBlock')
    return take(code)
  }

  function inside(code: Code): State | undefined {
    if (code === null || ++size > longest) return nok(code)
    if (quote !== null) return quoted(code)
    if (code === codes.leftBrace || code === codes.leftBracket) return nok(code)
    if (previous === codes.equals && (code === codes.quotationMark || code === codes.apostrophe)) quote = code
    return code === codes.rightBrace ? last(code) : take(code)
  }

  function quoted(code: Code): State {
    if (code === quote && previous !== codes.backslash) quote = null
    return take(code)
  }

  function take(code: Code): State {
    previous = code === codes.backslash && previous === codes.backslash ? null : code
    if (isLineEnd(code)) {
      endRun()
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
    } else takeInRun(code)
    return inside
  }

  function takeInRun(code: Code): void {
    if (!inRun) effects.enter('data')
    inRun = true
    effects.consume(code)
  }

  function endRun(): void {
    if (inRun) effects.exit('data')
    inRun = false
  }

  function last(code: Code): State {
    takeInRun(code)
    endRun()
    const whole = effects.exit('attributeBlock')
    return attributesOfText(context.sliceSerialize(whole)) === undefined ? nok : end
  }

  function finish(code: Code, endsText: boolean): State | undefined {
    if (token !== undefined) token._endsText = endsText
    return ok(code)
  }
}

/** Only blanks until the text ends. */
const textEnd: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return start
    function start(code: Code): State | undefined {
      return isBlank(code) ? blanks(code) : code === null ? ok(code) : nok(code)
    }
    function blanks(code: Code): State | undefined {
      effects.enter('whitespace')
      return more(code)
    }
    function more(code: Code): State | undefined {
      if (isBlank(code)) {
        effects.consume(code)
        return more
      }
      effects.exit('whitespace')
      return code === null ? ok(code) : nok(code)
    }
  }
}
