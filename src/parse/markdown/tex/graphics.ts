import type {Image} from 'mdast'
import {placeOf} from '../../../model/place.ts'
import type {Report} from '../../../model/problem.ts'
import type {Found} from './groups.ts'
import type {TexNode} from './raw.ts'
import {positionIn} from './raw.ts'

/** `\includegraphics[width=0.5\textwidth]{a.png}`; options that no attribute says are reported. */
export function graphicOf(
  {optional, required, at, end}: Pick<Found, 'at' | 'end' | 'optional' | 'required'>,
  from: number,
  node: TexNode,
  report: Report
): Image {
  const place = positionIn(node, from + at, end - at)
  const options = (optional[0]?.text ?? '').split(',').map((option) => option.split('=').map((part) => part.trim()))
  const pairs = new Map<string, string>()
  for (const [key = '', value = ''] of options) {
    if (key === '' || silent.has(key)) continue
    const size = key === 'width' || key === 'height' ? sizeOf(value) : undefined
    if (size !== undefined) pairs.set(key, size)
    else if (key === 'alt') pairs.set(key, value.replace(/^\{(.*)\}$/s, '$1'))
    else unused(key, value, place, report)
  }
  const url = required[0]?.text.trim() ?? ''
  const data = pairs.size === 0 ? {} : {data: {attributes: {classes: [], pairs}}}
  return {type: 'image', url, alt: null, ...data, ...place}
}

/** What holds here in any case. */
const silent: ReadonlySet<string> = new Set(['keepaspectratio', 'clip'])

/** `0.5\textwidth` is a half; `5cm` is what it says; what else there is cannot be said here. */
function sizeOf(value: string): string | undefined {
  const share = /^(\d*\.?\d*)\s*\\(?:textwidth|linewidth|columnwidth|hsize|paperwidth)$/.exec(value)?.[1]
  if (share !== undefined) return `${Math.round((share === '' ? 1 : Number(share)) * 1000) / 10}%`
  return /^\d*\.?\d+\s*(?:cm|mm|in|pt)$/.test(value) ? value.replace(/\s/g, '') : undefined
}

function unused(key: string, value: string, {position}: Pick<Image, 'position'>, report: Report): void {
  const written = value === '' ? key : `${key}=${value}`
  const reason = `Cannot use \`${written}\` of \`\\includegraphics\`: it is left out`
  const note = 'Say `width` as a length, such as `8cm`, or as a share of the line, `0.5\\textwidth`.'
  const place = placeOf({type: 'image', ...(position === undefined ? {} : {position})})
  report({id: 'tex-layout', severity: 'info', reason, place, note})
}
