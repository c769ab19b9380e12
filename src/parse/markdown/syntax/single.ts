import type {Construct} from 'micromark-util-types'
import {codes} from './tokens.ts'

/** `;`, which parts the items of a citation and is text elsewhere. */
export const citationSeparator: Construct = {
  name: 'citationSeparator',
  tokenize: (effects, ok) => (code) => {
    effects.enter('citationSeparator')
    effects.consume(code)
    effects.exit('citationSeparator')
    return ok
  }
}

/** A backslash before a space: a space that no line breaks at (https://pandoc.org/MANUAL.html#backslash-escapes). */
export const unbreakableSpace: Construct = {
  name: 'unbreakableSpace',
  tokenize: (effects, ok, nok) => (code) => {
    effects.enter('unbreakableSpace')
    effects.consume(code)
    return (next) => {
      if (next !== codes.space) return nok(next)
      effects.consume(next)
      effects.exit('unbreakableSpace')
      return ok
    }
  }
}
