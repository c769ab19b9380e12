/// <reference lib="dom" />

/** Where the target of a reference is: a height of the tall column, or the index of what stands apart from it. */
export type ReferenceTop = number | {readonly float: number}

/** For each reference to a page, in order, where its target begins; `undefined` where there is none. Runs in the page, after `measure`. */
export function referenceTops(): ReadonlyArray<ReferenceTop | undefined> {
  const start = document.querySelector('main')?.getBoundingClientRect().top ?? 0
  const floats = [...document.querySelectorAll('main .float')]
  return [...document.querySelectorAll('main [data-page]')].map((element) => {
    const href = element.closest('a')?.getAttribute('href') ?? ''
    const target = document.getElementById(decodeURIComponent(href.slice(1)))
    if (target === null) return undefined
    const float = floats.findIndex((each) => each.contains(target))
    return float < 0 ? target.getBoundingClientRect().top - start : {float}
  })
}
