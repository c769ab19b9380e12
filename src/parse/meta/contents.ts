import type {Meta} from '../../model/meta.ts'
import type {Fields, Reading} from './reading.ts'
import {flagOf, shortened, textOf} from './reading.ts'

/** `toc: true`, `toc-depth: 3`; `undefined` if neither is given. */
export function contentsOf(fields: Fields, reading: Reading): Meta['contents'] {
  const [toc, depth] = [fields.get('toc'), fields.get('toc-depth')]
  if (toc === undefined && depth === undefined) return undefined
  const written = textOf(depth, 'toc-depth', reading)
  const isDepth = written === undefined || /^[1-6]$/.test(written)
  if (!isDepth) {
    const reason = `Unexpected \`${shortened(written)}\` as \`toc-depth\`, expected a number from 1 to 6`
    reading.refuse({reason, place: depth?.value.place})
  }
  return {
    // MyST lists the files of a book under this name.
    shown: toc === undefined || toc.value.kind !== 'scalar' ? undefined : flagOf(toc, 'toc', reading),
    depth: isDepth && written !== undefined ? Number(written) : undefined
  }
}
