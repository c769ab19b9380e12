import type {Code, Construct, Extension, State, TokenizeContext} from 'micromark-util-types'
import {accents} from '../../bibliography/bibtex/tex-commands.ts'
import {codes} from '../syntax/tokens.ts'
import type {Shape} from './commands.ts'
import {shapeOf} from './commands.ts'
import {inDefinition} from './definition-syntax.ts'
import {environment} from './environment-syntax.ts'
import {inGroups} from './group-syntax.ts'

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
      const fail: State = (code) => {
        if (code === null) unclosed.set(self, (unclosed.get(self) ?? 0) + 1)
        return nok(code)
      }
      return shape.defines ? inDefinition(effects, name, end, fail) : inGroups(effects, shape, end, fail)
    }

    function end(code: Code): State | undefined {
      effects.exit('texText')
      effects.exit('texCommand')
      return ok(code)
    }
  }
}

const star = 42

/** `\'{e}`: without the braces it is Markdown's escape of the sign. */
const accent: Construct = {
  name: 'texAccent',
  tokenize(effects, ok, nok) {
    let size = 0
    return (code) => {
      effects.enter('texCommand')
      effects.enter('texText')
      effects.consume(code)
      return sign
    }
    function sign(code: Code): State | undefined {
      if (code === null || code < 0 || !accents.has(String.fromCharCode(code)) || isLetter(code)) return nok(code)
      effects.consume(code)
      return open
    }
    function open(code: Code): State | undefined {
      if (code !== codes.leftBrace) return nok(code)
      effects.consume(code)
      return inside
    }
    function inside(code: Code): State | undefined {
      if (code === codes.rightBrace && size > 0) return end(code)
      const isBase = code !== null && code > 64 && (isLetter(code) || code === codes.backslash || code > 0xbf)
      if (!isBase || ++size > 2) return nok(code)
      effects.consume(code)
      return inside
    }
    function end(code: Code): State | undefined {
      effects.consume(code)
      effects.exit('texText')
      effects.exit('texCommand')
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
  text: {[codes.backslash]: [command, accent]}
}
