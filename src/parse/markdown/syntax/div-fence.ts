import {factorySpace} from 'micromark-factory-space'
import type {Code, Construct, State} from 'micromark-util-types'
import {attributesOfText} from '../attribute-text.ts'
import {codes, isBlank, isLineEnd} from './tokens.ts'

/** Nobody writes longer fences. */
const longest = 4000

/**
 * A line `:::`, `::: name` or `::: {.name #id}`, three colons or more (https://pandoc.org/MANUAL.html#divs-and-spans).
 * Each fence is a block of its own; the tree pairs them, whatever their length.
 */
export const divFence: Construct = {
  name: 'divFence',
  tokenize(effects, ok, nok) {
    const self = this
    let size = 0
    return start

    function start(code: Code): State | undefined {
      effects.enter('divFence')
      effects.enter('divFenceMarker')
      return colons(code)
    }

    function colons(code: Code): State | undefined {
      if (code === codes.colon) {
        size++
        effects.consume(code)
        return colons
      }
      if (size < 3) return nok(code)
      effects.exit('divFenceMarker')
      return isBlank(code) ? factorySpace(effects, afterMarker, 'whitespace')(code) : afterMarker(code)
    }

    function afterMarker(code: Code): State | undefined {
      if (code === null || isLineEnd(code)) return end(code)
      effects.enter('divFenceInfo')
      return info(code)
    }

    function info(code: Code): State | undefined {
      if (code !== null && !isLineEnd(code)) {
        if (++size > longest) return nok(code)
        effects.consume(code)
        return info
      }
      const token = effects.exit('divFenceInfo')
      return divInfo(self.sliceSerialize(token)) === undefined ? nok(code) : end(code)
    }

    function end(code: Code): State | undefined {
      effects.exit('divFence')
      return ok(code)
    }
  }
}

/** What an opening fence says, colons behind it left out; `undefined` if it is no fence. */
export function divInfo(text: string): ReturnType<typeof attributesOfText> {
  const info = text.replace(/\s*:*\s*$/, '')
  if (info.startsWith('{')) return attributesOfText(info)
  const name = /^[^\s{}:]\S*$/u.test(info) && !info.includes('{') ? info : undefined
  return name === undefined ? named(info) : {classes: [name], pairs: new Map()}
}

/** `name {.more}`, as other writers of Markdown have it. */
function named(info: string): ReturnType<typeof attributesOfText> {
  const brace = info.indexOf('{')
  const name = info.slice(0, brace).trim()
  const attributes = brace > 0 && /^[\p{L}_-][^\s:]*$/u.test(name) ? attributesOfText(info.slice(brace)) : undefined
  return attributes === undefined ? undefined : {...attributes, classes: [name, ...attributes.classes]}
}
