import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import type {ListNumbering} from '../../../model/list-numbering.ts'
import {listValue} from '../list-value.ts'
import {emptyLine} from './empty-line.ts'
import {codes, isBlank, isLineEnd} from './tokens.ts'

/** The longest mark, of an example with a label. */
const longest = 64

/**
 * Lists counted by letters, Roman digits, `#.` or in parentheses, and numbered examples, `(@label)`
 * (https://pandoc.org/MANUAL.html#ordered-lists). They begin after an empty line only; a capital letter with a period, which
 * may be somebody's first name, wants two spaces behind it. The tokens are those of CommonMark's lists.
 */
export const fancyList: Construct = {
  name: 'list',
  tokenize(effects, ok, nok) {
    const self = this
    const indent = indentOf(self)
    let mark = ''
    return start

    function start(code: Code): State | undefined {
      const state = self.containerState
      if (
        state === undefined ||
        self.interrupt === true ||
        (state.type !== undefined && numberingIn(self) === undefined)
      )
        return nok(code)
      if (state.type === undefined) {
        state.type = 'listOrdered'
        effects.enter('listOrdered', {_container: true})
      }
      effects.enter('listItemPrefix')
      effects.enter('listItemValue')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || code <= codes.space || mark.length >= longest) return nok(code)
      const isEnd = code === codes.rightParenthesis || (code === codes.dot && mark !== '')
      mark += String.fromCodePoint(code)
      if (isEnd) return marked(code)
      effects.consume(code)
      return inside
    }

    function marked(code: Code): State | undefined {
      const found = listValue(mark, numberingIn(self))
      if (found === undefined) return nok(code)
      Object.assign(self.containerState ?? {}, {marker: code, numbering: found.numbering})
      effects.exit('listItemValue')
      effects.enter('listItemMarker')
      effects.consume(code)
      effects.exit('listItemMarker')
      const wanted = /^[A-Z]\.$/.test(mark) ? 2 : 1
      return effects.check(spaces(wanted), effects.attempt(prefixSpace, end, single), nok)
    }

    function single(code: Code): State | undefined {
      effects.enter('listItemPrefixWhitespace')
      effects.consume(code)
      effects.exit('listItemPrefixWhitespace')
      return end
    }

    function end(code: Code): State | undefined {
      const prefix = effects.exit('listItemPrefix')
      Object.assign(self.containerState ?? {}, {size: indent + self.sliceSerialize(prefix, true).length})
      return ok(code)
    }
  },
  continuation: {
    tokenize(effects, ok, nok) {
      const self = this
      const size = Number(self.containerState?.['size'] ?? 0)
      Object.assign(self.containerState ?? {}, {_closeFlow: undefined})
      return effects.check(emptyLine, blank, line)

      function blank(code: Code): State | undefined {
        return factorySpace(effects, ok, 'listItemIndent', size + 1)(code)
      }

      function line(code: Code): State | undefined {
        return isBlank(code) ? effects.attempt(indentation, ok, next)(code) : next(code)
      }

      function next(code: Code): State | undefined {
        Object.assign(self.containerState ?? {}, {_closeFlow: true})
        self.interrupt = false
        return factorySpace(effects, effects.attempt(fancyList, ok, nok), 'linePrefix', 4)(code)
      }
    }
  },
  exit(effects) {
    effects.exit('listOrdered')
  }
}

/** So many spaces or a tab, and something behind them. */
function spaces(wanted: number): Construct {
  return {
    partial: true,
    tokenize: (effects, ok, nok) => {
      let found = 0
      const end = (code: Code) => (found < wanted || code === null || isLineEnd(code) ? nok(code) : ok(code))
      const space = (code: Code): State | undefined => {
        if (!isBlank(code)) return end(code)
        found += code === codes.space ? 1 : wanted
        effects.enter('whitespace')
        effects.consume(code)
        effects.exit('whitespace')
        return space
      }
      return space
    }
  }
}

/** Up to four spaces; more begin code (CommonMark 0.31.2, 5.2). */
const prefixSpace: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const end = (code: Code) => (isBlank(code) ? nok(code) : ok(code))
    return factorySpace(effects, end, 'listItemPrefixWhitespace', 5)
  }
}

/** What stands as far in as the item's text. */
const indentation: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const self = this
    const size = Number(self.containerState?.['size'] ?? 0)
    return factorySpace(effects, end, 'listItemIndent', size + 1)

    function end(code: Code): State | undefined {
      const [, indent] = self.events.at(-1) ?? []
      const isWide = indent?.type === 'listItemIndent' && self.sliceSerialize(indent, true).length === size
      return isWide ? ok(code) : nok(code)
    }
  }
}

function numberingIn({containerState}: TokenizeContext): ListNumbering | undefined {
  return (containerState as {readonly numbering?: ListNumbering} | undefined)?.numbering
}

/** How far the mark itself is from the left. */
function indentOf(context: TokenizeContext): number {
  const [, before] = context.events.at(-1) ?? []
  return before?.type === 'linePrefix' ? context.sliceSerialize(before, true).length : 0
}
