/// <reference lib="dom" />

/**
 * Have links lead to where their targets begin: of what stands in several columns Chromium takes the box around all of it, whose top is
 * that of the columns. What links name is then an empty element in the target's first line. Runs in the page, last.
 */
export function pointTargets(): void {
  const links = [...document.querySelectorAll('main a[href^="#"]')]
  const names = new Set(links.map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')))
  for (const name of names) {
    const target = document.getElementById(name)
    if (target === null || getComputedStyle(target).display.startsWith('inline')) continue
    const first = beginningOf(target)
    if (first === undefined) continue
    const place = document.createElement('span')
    target.removeAttribute('id')
    place.id = name
    first.before(place)
  }

  /** The first text, formula or picture that is read. */
  function beginningOf(target: Element): ChildNode | undefined {
    const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (isShown(node)) return node as ChildNode
    return undefined
  }
  function isShown(node: Node): boolean {
    const element = node instanceof Element ? node : node.parentElement
    if (element === null || element.closest('[aria-hidden="true"]') !== null) return false
    return node === element ? element.matches('img, math, svg') : node.textContent?.trim() !== ''
  }
}
