/// <reference lib="dom" />

/** A section of the first level: where in the tall column it begins, and its heading. */
export interface SectionTop {
  readonly top: number
  readonly title: string
}

/** The sections of the first level, in order. Runs in the page, after `measure`. */
export function sectionTops(): ReadonlyArray<SectionTop> {
  const start = document.querySelector('main')?.getBoundingClientRect().top ?? 0
  return [...document.querySelectorAll('main h2')].flatMap((heading) => {
    if (heading.closest('section')?.parentElement?.closest('section') || heading.getClientRects().length === 0)
      return []
    const copy = heading.cloneNode(true)
    if (!(copy instanceof Element) || !heading.closest('.body, .back')) return []
    for (const extra of copy.querySelectorAll('.call, annotation')) extra.remove()
    const title = (copy.textContent ?? '').replace(/[\s\u00ad]+/g, ' ').trim()
    return [{top: heading.getBoundingClientRect().top - start, title}]
  })
}
