import type {Code, Construct, Extension, State, TokenizeContext} from 'micromark-util-types'
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

function isLetter(code: Code): code is NonNullable<Code> {
  return code !== null && ((code > 64 && code < 91) || (code > 96 && code < 123))
}

/** LaTeX in Markdown, as far as it is understood: commands in the text, environments on lines of their own. */
export const tex: Extension = {
  flow: {[codes.backslash]: environment},
  text: {[codes.backslash]: command}
}
