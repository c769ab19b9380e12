import type {Code, Construct, State} from 'micromark-util-types'
import {codes, isLineEnd} from '../syntax/tokens.ts'
import {isEnvironment} from './environment-names.ts'

/** Environments that are never closed, in one text: after so many no more are tried, which would take quadratic time. */
const patience = 20
const unclosed = new WeakMap<object, number>()

/** `\begin{name}` … `\end{name}` from line to line; of a name that is understood it ends a paragraph. */
export const environment: Construct = {
  name: 'texEnvironment',
  concrete: true,
  tokenize(effects, ok, nok) {
    const self = this
    let line = ''
    let name = ''
    let open = 0
    return (code) => {
      if ((unclosed.get(self.parser) ?? 0) >= patience) return nok(code)
      effects.enter('texEnvironment')
      effects.enter('texText')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return lineEnd(code)
      if (code > 0) line += String.fromCharCode(code)
      if (name === '' && !opening.startsWith(line.slice(0, opening.length))) return nok(code)
      effects.consume(code)
      return inside
    }

    function lineEnd(code: Code): State | undefined {
      if (name === '') return firstLineEnd(code)
      return laterLineEnd(code)
    }

    function firstLineEnd(code: Code): State | undefined {
      name = /^\\begin\{([A-Za-z]+\*?)\}/.exec(line)?.[1] ?? ''
      if (name === '' || (self.interrupt && !isEnvironment(name))) return nok(code)
      // A paragraph is broken off at the first line.
      return self.interrupt ? ok(code) : laterLineEnd(code)
    }

    function laterLineEnd(code: Code): State | undefined {
      open += opened(line, name)
      effects.exit('texText')
      if (open <= 0) return isEnd() ? end(code) : nok(code)
      line = ''
      return code === null ? fail(code) : lineEnding(code)
    }

    function isEnd(): boolean {
      return line.trimEnd().endsWith(`\\end{${name}}`)
    }

    function lineEnding(code: Code): State {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }

    function lineStart(code: Code): State | undefined {
      if (code === null) return fail(code)
      if (self.parser.lazy[self.now().line]) return nok(code)
      if (isLineEnd(code)) return lineEnding(code)
      effects.enter('texText')
      return inside(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('texEnvironment')
      return ok(code)
    }

    function fail(code: Code): State | undefined {
      unclosed.set(self.parser, (unclosed.get(self.parser) ?? 0) + 1)
      return nok(code)
    }
  }
}

const opening = `${String.fromCharCode(codes.backslash)}begin{`

/** How many environments of a name a line opens, less those it closes. */
function opened(line: string, name: string): number {
  return count(line, `\\begin{${name}}`) - count(line, `\\end{${name}}`)
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}
