import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct, State, Token} from 'micromark-util-types'
import {gridLayout} from './grid-layout.ts'
import type {Line} from './table-layout.ts'
import {lineOf, nextLine, prefixOf} from './table-lines.ts'
import {codes, isBlank, isLineEnd} from './tokens.ts'

/** A table drawn with `+`, `-` and `|` (https://pandoc.org/MANUAL.html#extension-grid_tables); it does not break off a paragraph. */
export const gridTable: Construct = {
  name: 'gridTable',
  tokenize(effects, ok, nok) {
    const self = this
    const lines: Array<Line> = []
    let table: Token | undefined
    let indent = 0
    return begin

    function begin(code: Code): State | undefined {
      table = effects.enter('drawnTable')
      return isBlank(code) ? factorySpace(effects, first, 'linePrefix', furthest)(code) : first(code)
    }

    function first(code: Code): State | undefined {
      indent = prefixOf(self)
      return code === codes.plus ? effects.check(border, line, nok)(code) : nok(code)
    }

    function line(code: Code): State | undefined {
      effects.enter('drawnTableLine')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code !== null && !isLineEnd(code)) {
        effects.consume(code)
        return inside
      }
      lines.push(lineOf(self, effects.exit('drawnTableLine')))
      return code === null ? end(code) : effects.check(nextLine(border, indent), goOn, end)(code)
    }

    function goOn(code: Code): State | undefined {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (next) => factorySpace(effects, line, 'linePrefix', indent + 1)(next)
    }

    function end(code: Code): State | undefined {
      const layout = gridLayout(lines)
      if (layout === undefined || table === undefined) return nok(code)
      table._layout = layout
      effects.exit('drawnTable')
      return ok(code)
    }
  }
}

/** What stands further right is code. */
const furthest = 4

/** A line of the drawing begins with a bar, or a corner and a border. */
const border: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code !== codes.plus && code !== codes.bar) return nok(code)
      effects.enter('data')
      effects.consume(code)
      effects.exit('data')
      if (code === codes.bar) return ok
      return (next) => (next === codes.dash || next === codes.equals || next === codes.colon ? ok(next) : nok(next))
    }
  }
}
