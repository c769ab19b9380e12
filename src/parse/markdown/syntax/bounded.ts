import type {Construct, Extension, FullNormalizedExtension} from 'micromark-util-types'
import type {Point} from '../../../model/place.ts'

/** Lists and quotations that begin further right are nested too deep: the time they take grows with the cube of their depth. */
const furthest = 100

const bounding: ReadonlyArray<string> = ['list', 'blockQuote']

/** Keep lists and quotations from nesting without end; `tell` hears where one would have begun. */
export function bounded(tell: (point: Point) => void): Extension {
  const close: Construct = {
    name: 'boundedClose',
    tokenize(_effects, _ok, nok) {
      const {line, column} = this.now()
      if (column > furthest) {
        disabled(this.parser.constructs).push(...bounding)
        tell({line, column})
      }
      return nok
    }
  }
  // Tried behind all others: what was closed is open again for the lines that go on.
  const reopen: Construct = {
    name: 'boundedReopen',
    tokenize(_effects, _ok, nok) {
      const names = disabled(this.parser.constructs)
      if (names.some((name) => bounding.includes(name))) {
        names.splice(0, names.length, ...names.filter((name) => !bounding.includes(name)))
      }
      return nok
    }
  }
  const markers = [...'*+->0123456789'].map((marker) => [marker.charCodeAt(0), close] as const)
  return {document: {...Object.fromEntries(markers), null: [reopen]}}
}

function disabled(constructs: FullNormalizedExtension): Array<string> {
  return constructs.disable?.null ?? []
}
