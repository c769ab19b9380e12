import type {Code, Construct, State, Token, TokenizeContext} from 'micromark-util-types'
import {dashLayout} from './dash-layout.ts'
import type {DashReader, Verdict} from './dash-lines.ts'
import {dashReader} from './dash-lines.ts'
import {lineOf} from './table-lines.ts'
import {isLineEnd} from './tokens.ts'

/** A table whose columns are drawn with dashes: pandoc's simple and multi-line ones. It does not break off a paragraph. */
export const dashTable: Construct = {
  name: 'dashTable',
  tokenize(effects, ok, nok) {
    const self = this
    const reader = dashReader()
    let verdict: Verdict = 'goes on'
    let table: Token | undefined
    const further = furtherLine(reader, (found) => {
      verdict = found
    })
    const begun = self.now().line
    return start

    function start(code: Code): State | undefined {
      table = effects.enter('drawnTable')
      return effects.attempt(further, goOn, nok)(code)
    }

    function goOn(code: Code): State | undefined {
      // No dashes ended a table that began above: none will end this one.
      if (reader.isOpen() && begun <= (endless.get(self) ?? 0)) return nok(code)
      if (verdict === 'ends' || code === null) return end(code)
      // The rows of a table that needs no end are no lists or quotations.
      if (reader.isWhole()) self.currentConstruct = {...dashTable, concrete: true}
      return effects.attempt(further, goOn, end)(code)
    }

    function end(code: Code): State | undefined {
      if (table === undefined || (verdict !== 'ends' && !reader.isWhole())) {
        if (reader.isOpen() && verdict !== 'fails') endless.set(self, self.now().line)
        return nok(code)
      }
      table._layout = dashLayout(reader.table())
      effects.exit('drawnTable')
      return ok(code)
    }
  }
}

/** How far each flow has been searched in vain for the dashes that end a table. */
const endless = new WeakMap<TokenizeContext, number>()

/** One more line, with the line ending before it; not taken where the table ended before it. */
function furtherLine(reader: DashReader, tell: (verdict: Verdict) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const self = this
      return (code) => {
        if (!isLineEnd(code)) return begin(code)
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        return (next) => (self.parser.lazy[self.now().line] ? nok(next) : begin(next))
      }

      function begin(code: Code): State | undefined {
        if (code === null || isLineEnd(code)) {
          const {line, column, offset} = self.now()
          return judged(reader.take({text: '', start: {line, column, offset}}), code)
        }
        effects.enter('drawnTableLine')
        return inside(code)
      }

      function inside(code: Code): State | undefined {
        if (code !== null && !isLineEnd(code)) {
          effects.consume(code)
          return inside
        }
        return judged(reader.take(lineOf(self, effects.exit('drawnTableLine'))), code)
      }

      function judged(verdict: Verdict, code: Code): State | undefined {
        tell(verdict)
        return verdict === 'goes on' || verdict === 'ends' ? ok(code) : nok(code)
      }
    }
  }
}
