/// <reference lib="dom" />
import type {LooseText} from './find-loose-lines.ts'

/**
 * Set the letters of loose lines apart, and text justified. Every line keeps its words, and letters their ligatures. Runs in the page,
 * when its pages are made, after `findLooseLines`.
 */
export function trackLooseLines(): void {
  const {offprintLoose: loose = []} = globalThis as unknown as {readonly offprintLoose?: ReadonlyArray<LooseText>}
  // The last first, for a text is divided where a part begins.
  for (const each of loose.toReversed()) track(each)
  document.adoptedStyleSheets = []

  /** White space before a line is left to the one above: it hangs at the end of that, where it would find no room if it were set apart. */
  function track({range, spacing}: LooseText): void {
    const {startContainer, startOffset, endContainer: text, endOffset: to} = range
    range.detach()
    if (!(text instanceof Text)) return
    const start = startContainer === text ? startOffset : 0
    const from = start + text.data.slice(start, to).search(/\S|$/)
    if (to <= from) return
    const tracked = from === 0 ? text : text.splitText(from)
    if (to - from < tracked.length) tracked.splitText(to - from)
    const span = document.createElement('span')
    Object.assign(span.style, {letterSpacing: spacing, fontVariantLigatures: 'common-ligatures'})
    tracked.replaceWith(span)
    span.append(tracked)
  }
}
