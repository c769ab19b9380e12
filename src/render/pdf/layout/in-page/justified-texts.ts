/// <reference lib="dom" />

/** A piece of text that is set justified, and its language (BCP 47). */
export interface JustifiedText {
  readonly text: string
  readonly language: string
}

/**
 * The pieces of text whose words may be divided, in order; the page keeps them for `setHyphens`. `paged` tells whether notes are to
 * stand at the foot of pages. Runs in the page, after `pageArea`.
 */
export function justifiedTexts({paged}: {readonly paged: boolean}): ReadonlyArray<JustifiedText> {
  const main = document.querySelector('main')
  if (main === null || main.style.width === '') return []
  main.classList.toggle('paged', paged)
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const texts: Array<Text> = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && /\p{L}{6}/u.test(node.data) && mayDivide(node.parentElement)) texts.push(node)
  }
  Object.assign(globalThis, {offprintTexts: texts})
  return texts.map((text) => ({
    text: text.data,
    language: text.parentElement?.closest('[lang]')?.getAttribute('lang') ?? ''
  }))

  function mayDivide(element: Element | null): boolean {
    if (element === null || getComputedStyle(element).textAlign !== 'justify') return false
    return (
      element.closest('[data-whole], code, pre, math, h1, h2, h3, h4, h5, h6, table, [aria-hidden="true"]') === null
    )
  }
}
