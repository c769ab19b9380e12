/// <reference lib="dom" />

/**
 * Take away the room that Chromium leaves after roots: it makes each as wide as with the widest of its signs, whichever it draws.
 * Runs in the page, before anything is measured.
 */
export function closeRoots(): void {
  const roots = [...document.querySelectorAll<HTMLElement>('msqrt, mroot')]
  // All are read before any is written: each write has the page laid out anew.
  const widths = roots.map((root) => {
    const under = root.localName === 'mroot' ? root.firstElementChild : root.lastElementChild
    if (under === null) return undefined
    const {fontSize, direction} = getComputedStyle(root)
    const em = Number.parseFloat(fontSize)
    const {width, right} = root.getBoundingClientRect()
    const gap = (right - under.getBoundingClientRect().right) / em
    // Half an em is the most that any of its signs makes; a root from right to left has its sign there.
    return gap < 0.01 || gap > 0.6 || direction !== 'ltr' ? undefined : width / em - gap
  })
  for (const [index, root] of roots.entries()) {
    const width = widths[index]
    // A margin would do, but that what is left of the root then stands out of the line, and with the last of lines out of the page.
    if (width !== undefined) root.style.width = `${width.toFixed(3)}em`
  }
}
