/// <reference lib="dom" />

/**
 * Turn what stands in frames by 90°, so that its top is at the left edge of the page and it is read from the right, and make it as much
 * smaller as it must be to fit there, in the middle. Runs in the page, after `turnFloats`, when nothing is measured any more: a box that is
 * turned has other edges.
 */
export function rotateFloats(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('main .turned')) {
    const element = frame.firstElementChild
    if (!(element instanceof HTMLElement)) continue
    const {clientWidth: across, clientHeight: along} = frame
    const scale = scaleToFit(element, across, along)
    const {width, height} = element.getBoundingClientRect()
    // Where its upper left corner comes to be, which the turn goes about.
    const [left, top] = [(across - height * scale) / 2, (along + width * scale) / 2]
    const transform = `translate(${left}px, ${top}px) rotate(-90deg) scale(${scale})`
    Object.assign(element.style, {transformOrigin: '0 0', transform})
  }

  /** Text that is smaller stands in longer lines, and is lower by that too; pictures are not. */
  function scaleToFit(element: HTMLElement, across: number, along: number): number {
    const reflows = element.querySelector('img') === null
    let scale = 1
    for (let round = 0; round < 20; round += 1) {
      const ratio = across / (element.getBoundingClientRect().height * scale)
      if (ratio >= 1) break
      scale *= reflows ? Math.min(0.99, Math.sqrt(ratio)) : ratio
      if (reflows) element.style.width = `${along / scale}px`
    }
    return scale
  }
}
