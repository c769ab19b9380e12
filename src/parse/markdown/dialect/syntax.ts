import type {Code, Construct, Extension, State} from 'micromark-util-types'
import {codes, isLineEnd} from '../syntax/tokens.ts'
import {colonFence} from './colon-fence.ts'
import {isNameCode, longest} from './names.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    dialectBreak: 'dialectBreak'
    dialectComment: 'dialectComment'
    dialectPlaceholder: 'dialectPlaceholder'
    dialectRole: 'dialectRole'
    dialectTarget: 'dialectTarget'
  }
}

/** `{name}` at once before code is a role. */
const role: Construct = {
  name: 'role',
  tokenize(effects, ok, nok) {
    let size = 0
    return (code) => {
      effects.enter('dialectRole')
      effects.consume(code)
      return name
    }
    function name(code: Code): State | undefined {
      if (code === codes.rightBrace && size > 0) {
        effects.consume(code)
        effects.exit('dialectRole')
        return after
      }
      if (!isNameCode(code, size) || ++size > longest) return nok(code)
      effects.consume(code)
      return name
    }
    function after(code: Code): State | undefined {
      return code === 96 ? ok(code) : nok(code)
    }
  }
}

/** `{{< shortcode >}}` of Quarto, `{{variable}}` and `{% if … %}` of Manubot: what something else would have put there. */
const placeholder: Construct = {
  name: 'placeholder',
  tokenize(effects, ok, nok) {
    let size = 0
    let closer: Code = codes.rightBrace
    return (code) => {
      effects.enter('dialectPlaceholder')
      effects.consume(code)
      return second
    }
    function second(code: Code): State | undefined {
      if (code !== codes.leftBrace && code !== percent) return nok(code)
      if (code === percent) closer = percent
      effects.consume(code)
      return inside
    }
    function inside(code: Code): State | undefined {
      if (code === null || isLineEnd(code) || code === codes.leftBrace || ++size > longest) return nok(code)
      effects.consume(code)
      return code === closer && size > 1 ? last : inside
    }
    function last(code: Code): State | undefined {
      if (code !== codes.rightBrace) return closer === percent ? inside(code) : nok(code)
      effects.consume(code)
      effects.exit('dialectPlaceholder')
      return ok
    }
  }
}

const percent = 37

type LineToken = 'dialectBreak' | 'dialectComment' | 'dialectTarget'

/** A line by itself that begins no paragraph and ends none. */
function line(name: string, type: LineToken, pattern: RegExp): Construct {
  return {
    name,
    tokenize(effects, ok, nok) {
      const self = this
      if (self.interrupt && type !== 'dialectTarget') return nok
      let size = 0
      return (code) => {
        effects.enter(type)
        return inside(code)
      }
      function inside(code: Code): State | undefined {
        if (code !== null && !isLineEnd(code)) {
          if (type === 'dialectTarget' && ++size > longest) return nok(code)
          effects.consume(code)
          return inside
        }
        return pattern.test(self.sliceSerialize(effects.exit(type))) ? ok(code) : nok(code)
      }
    }
  }
}

/** What MyST, Quarto and Manubot add: colon fences, targets, comments, breaks between cells (`+++`), roles, shortcodes and variables. */
export const dialects: Extension = {
  flow: {
    [codes.colon]: colonFence,
    40: line('target', 'dialectTarget', /^\([^\s()][^()]*\)=\s*$/),
    [percent]: line('comment', 'dialectComment', /^%/),
    [codes.plus]: line('blockBreak', 'dialectBreak', /^\+\+\+\s*(?:\{.*\}\s*)?$/)
  },
  text: {[codes.leftBrace]: [placeholder, role]}
}
