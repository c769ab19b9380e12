import type {Code, Construct, State} from 'micromark-util-types'
import {nextLine} from './table-lines.ts'
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

/** What neither is empty nor begins a tag. */
const markdown: Construct = {
  partial: true,
  tokenize(_effects, ok, nok) {
    return (code) => (code === null || isLineEnd(code) || isBlank(code) || code === codes.lessThan ? nok : ok)(code)
  }
}

/** No further to the right than code begins. */
const markdownLine = nextLine(markdown, 3)
