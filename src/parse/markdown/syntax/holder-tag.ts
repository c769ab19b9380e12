import type {Code, Construct, State} from 'micromark-util-types'
import {codes, isBlank, isLineEnd} from './tokens.ts'

/** Elements that hold blocks. */
const names: ReadonlySet<string> = new Set(['aside', 'center', 'details', 'div', 'section'])

/**
 * `<div …>` alone on its line, with Markdown on the next: the tag is HTML, and what follows is read
 * (https://pandoc.org/MANUAL.html#extension-markdown_in_html_blocks). CommonMark takes all to the next empty line for HTML;
 * so do we where the next line is empty, indented as code or begins with a tag.
 */
export const holderTag: Construct = {
  name: 'holderTag',
  concrete: true,
  tokenize(effects, ok, nok) {
    let name = ''
    let quote: Code = null
    return start

    function start(code: Code): State {
      effects.enter('htmlFlow')
      effects.enter('htmlFlowData')
      effects.consume(code)
      return element
    }

    function element(code: Code): State | undefined {
      if (code !== null && code > codes.space && code !== codes.greaterThan) {
        name += String.fromCodePoint(code)
        effects.consume(code)
        return name.length > 7 ? nok : element
      }
      return names.has(name.toLowerCase()) ? attributes(code) : nok(code)
    }

    function attributes(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return nok(code)
      if (quote !== null) return quoted(code)
      if (code === codes.lessThan) return nok(code)
      if (code === codes.quotationMark || code === codes.apostrophe) quote = code
      effects.consume(code)
      return code === codes.greaterThan ? closed : attributes
    }

    function quoted(code: NonNullable<Code>): State {
      if (code === quote) quote = null
      effects.consume(code)
      return attributes
    }

    function closed(code: Code): State | undefined {
      if (isBlank(code)) {
        effects.consume(code)
        return closed
      }
      if (!isLineEnd(code)) return nok(code)
      effects.exit('htmlFlowData')
      effects.exit('htmlFlow')
      return effects.check(markdownLine, ok, nok)(code)
    }
  }
}

/** A line that is neither empty nor indented as code, and begins with no tag. */
const markdownLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const self = this
    let indent = 0
    return (code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return begin
    }

    function begin(code: Code): State | undefined {
      if (self.parser.lazy[self.now().line] === true) return nok(code)
      return isBlank(code) ? space(code) : text(code)
    }

    function space(code: Code): State | undefined {
      if (!isBlank(code)) return text(code)
      indent += code === codes.space ? 1 : 4
      effects.enter('whitespace')
      effects.consume(code)
      effects.exit('whitespace')
      return space
    }

    function text(code: Code): State | undefined {
      const isNone = code === null || isLineEnd(code) || code === codes.lessThan || indent > 3
      return isNone ? nok(code) : ok(code)
    }
  }
}
