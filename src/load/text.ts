import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import {pointAt} from '../util/point-at.ts'
import {unprintableFinding, unprintableIn} from '../util/unprintable.ts'

/**
 * Decode a file as UTF-8, without byte order mark and with `\n` for line ends.
 * Bytes that are not UTF-8 are reported, the first by its place, and read as U+FFFD; control characters and their like are
 * reported and kept.
 */
export function textSource(path: string, bytes: Uint8Array, report: Report): TextSource {
  const text = new TextDecoder('utf-8').decode(bytes)
  const source = {path, text: normal(text), bytes}
  const bad = text.includes('\uFFFD') ? firstBad(bytes) : undefined
  if (bad === undefined) tellUnprintable(source, report)
  else {
    const start = pointAt(normal(new TextDecoder('utf-8').decode(bytes.subarray(0, bad))), Number.POSITIVE_INFINITY)
    const hexadecimal = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')
    const reason = `Unexpected byte \`${hexadecimal}\`, expected text in UTF-8`
    report({id: 'text-utf8', severity: 'error', reason, place: {file: path, start}, note: noteOn(bytes)})
  }
  return source
}

function tellUnprintable({path, text}: TextSource, report: Report): void {
  for (const each of unprintableIn(text)) {
    const place = {file: path, start: pointAt(text, each.offset)}
    report({id: 'text-printable', severity: 'warning', place, ...unprintableFinding(each)})
  }
}

function normal(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** The offset of the first byte that is not UTF-8, by halving. */
function firstBad(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes, false)) return undefined
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  // The bytes up to `good` may end in the beginning of a character that then breaks off.
  while (good > 0 && !isUtf8(bytes.subarray(0, good), false)) good--
  return good
}

/** With `open`, a character may be cut short at the end. */
function isUtf8(bytes: Uint8Array, open: boolean): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: open})
    return true
  } catch {
    return false
  }
}

function noteOn(bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return wide ? 'The file is in UTF-16. Save it as UTF-8.' : 'Save the file as UTF-8 in your editor.'
}
