/// <reference lib="dom" />

/**
 * Take away the room that Chromium leaves after roots: it makes each as wide as with the widest of its signs, whichever it draws.
 * Runs in the page, before anything is measured.
 */
export function closeRoots(): void {
  const roots = [...document.querySelectorAll<HTMLElement>('msqrt, mroot')]
  const gaps = roots.map((root) => {
    const under = root.localName === 'mroot' ? root.firstElementChild : root.lastElementChild
    const end = under?.getBoundingClientRect().right ?? 0
    return under === null ? 0 : root.getBoundingClientRect().right - end
  })
  for (const [index, root] of roots.entries()) {
    const {fontSize, direction} = getComputedStyle(root)
    const em = Number.parseFloat(fontSize)
    const gap = (gaps[index] ?? 0) / em
    // Half an em is the most that any of its signs makes; a root from right to left has its sign there.
    if (gap < 0.01 || gap > 0.6 || direction !== 'ltr') continue
    // A margin would do, but that what is left of the root then stands out of the line, and with the last of lines out of the page.
    root.style.width = `${(root.getBoundingClientRect().width / em - gap).toFixed(3)}em`
  }
}
