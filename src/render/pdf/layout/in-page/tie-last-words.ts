/// <reference lib="dom" />

/**
 * Keep the last word of a block with the one before it, if it has no more than three characters and would look lost on a line of its own.
 * Runs in the page, before its words are divided.
 */
export function tieLastWords(): void {
  const space = / (?=\S{1,3}\s*$)/
  /** Characters in which the last word is looked for. */
  const tail = 12
  for (const block of document.querySelectorAll('main :is(dd, div, figcaption, li, p, .entry)')) {
    const text = lastTextOf(block)
    if (text === undefined) continue
    const from = Math.max(0, text.length - tail)
    const at = text.data.slice(from).search(space)
    if (at >= 0) text.replaceData(from + at, 1, '\u00a0')
  }

  /** The text that a block ends with; `undefined` where it ends with something else, such as a formula or code. */
  function lastTextOf(element: Element): Text | undefined {
    let last = element.lastChild
    while (last !== null && isNothing(last)) last = last.previousSibling
    if (last instanceof Text) return last
    const isInLine = last instanceof Element && last.matches('a, cite, em, i, q, span:not(.math, [role]), strong')
    return isInLine ? lastTextOf(last as Element) : undefined
  }

  /** White space, and the way back from a note, which is not printed. */
  function isNothing(node: Node): boolean {
    return node instanceof Element ? node.matches('.back') : (node.textContent ?? '').trim() === ''
  }
}
