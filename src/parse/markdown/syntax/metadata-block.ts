import type {Code, Construct, State, TokenizeContext} from 'micromark-util-types'
import {isBlank, isLineEnd} from './tokens.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    metadataBlock: 'metadataBlock'
    metadataLine: 'metadataLine'
  }
}

/**
 * `---`, then at once a field, and all up to `---` or `...`: metadata amid the text
 * (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block); CommonMark has a rule there, and a heading of the last line.
 */
export const metadataBlock: Construct = {
  name: 'metadataBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    const self = this
    let line = ''
    let count = 0
    return start

    function start(code: Code): State | undefined {
      if (self.now().column !== 1 || isBelowText(self)) return nok(code)
      effects.enter('metadataBlock')
      return lineStart(code)
    }

    function lineStart(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return lineEnd(code)
      effects.enter('metadataLine')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) {
        effects.exit('metadataLine')
        return lineEnd(code)
      }
      line += isBlank(code) ? ' ' : String.fromCodePoint(code)
      effects.consume(code)
      return inside
    }

    function lineEnd(code: Code): State | undefined {
      if (isLast()) return end(code)
      if (code === null || !isMetadata()) return nok(code)
      count += 1
      line = ''
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }

    /** The first line opens the block, the second is a field. */
    function isMetadata(): boolean {
      if (count === 0) return /^--- *$/.test(line)
      return count > 1 || /^(?:[\p{L}_][\p{L}\p{N}_-]*|"[^"]*") *:(?: |$)/u.test(line)
    }

    function isLast(): boolean {
      return count > 1 && /^(?:---|\.\.\.) *$/.test(line)
    }

    function end(code: Code): State | undefined {
      effects.exit('metadataBlock')
      return ok(code)
    }
  }
}

/** Whether the line above is one of text, which a line of dashes makes a heading. */
function isBelowText({events}: TokenizeContext): boolean {
  const passed: ReadonlySet<string> = new Set(['content', 'lineEnding', 'linePrefix'])
  return events.findLast(([, {type}]) => !passed.has(type))?.[1].type === 'paragraph'
}
