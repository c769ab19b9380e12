/// <reference lib="dom" />

/**
 * For each reference to a page, in order, where in the tall column its target begins; `undefined` where there is none.
 * Runs in the page, after `measure`.
 */
export function referenceTops(): ReadonlyArray<number | undefined> {
  const start = document.querySelector('main')?.getBoundingClientRect().top ?? 0
  return [...document.querySelectorAll('main [data-page]')].map((element) => {
    const href = element.closest('a')?.getAttribute('href') ?? ''
    const target = document.getElementById(decodeURIComponent(href.slice(1)))
    return target === null ? undefined : target.getBoundingClientRect().top - start
  })
}
