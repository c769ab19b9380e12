import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import {emptyLine} from './empty-line.ts'
import {isBlank, isLineEnd} from './tokens.ts'

/** Definitions that begin further right are text, as lists are: each line is tried against all that are open. */
const furthest = 100

/**
 * `:   Definition` and the lines indented as it is (https://pandoc.org/MANUAL.html#definition-lists).
 * A container like an item of a list; the tree finds the term before it, and makes a paragraph of what has none.
 */
export const definition: Construct = {
  name: 'definitionDescription',
  tokenize(effects, ok, nok) {
    const self = this
    return start

    function start(code: Code): State | undefined {
      const [kind, last] = self.events.at(-1) ?? []
      const nested = kind === 'exit' && last?.type === 'definitionPrefix'
      if (nested || self.now().column > furthest || self.containerState === undefined) return nok(code)
      effects.enter('definitionDescription', {_container: true})
      effects.enter('definitionPrefix')
      effects.consume(code)
      return marked
    }

    function marked(code: Code): State | undefined {
      return isBlank(code) ? factorySpace(effects, spaced, 'whitespace')(code) : nok(code)
    }

    function spaced(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return nok(code)
      const prefix = effects.exit('definitionPrefix')
      const width = self.sliceSerialize(prefix, true).length
      const before = indentOf(self)
      Object.assign(self.containerState ?? {}, {size: before + Math.min(width, 4)})
      return ok(code)
    }
  },
  continuation: {
    tokenize(effects, ok, nok) {
      const self = this
      const size = sizeOf(self)
      return effects.check(emptyLine, skip, line)

      function skip(code: Code): State | undefined {
        return isBlank(code) ? factorySpace(effects, ok, 'listItemIndent', size + 1)(code) : ok(code)
      }

      function line(code: Code): State | undefined {
        return isBlank(code) ? factorySpace(effects, indented, 'listItemIndent', size + 1)(code) : nok(code)
      }

      function indented(code: Code): State | undefined {
        const [, indent] = self.events.at(-1) ?? []
        const enough = indent?.type === 'listItemIndent' && self.sliceSerialize(indent, true).length === size
        return enough ? ok(code) : nok(code)
      }
    }
  },
  exit(effects) {
    effects.exit('definitionDescription')
  }
}

function sizeOf(context: TokenizeContext): number {
  const {size} = context.containerState ?? {}
  return typeof size === 'number' ? size : 0
}

/** How far the mark itself is from the left. */
function indentOf(context: TokenizeContext): number {
  const index = context.events.findLastIndex(([, {type}]) => type === 'definitionDescription')
  const [, before] = context.events[index - 1] ?? []
  return before?.type === 'linePrefix' ? context.sliceSerialize(before, true).length : 0
}
