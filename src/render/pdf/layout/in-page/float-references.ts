/// <reference lib="dom" />

/** For each float, in order, where in the tall column it is referred to first; `undefined` if it is not. Runs in the page, after `measure`. */
export function floatReferences(): ReadonlyArray<number | undefined> {
  const start = document.querySelector('main')?.getBoundingClientRect().top ?? 0
  const first = new Map<string, number>()
  for (const link of document.querySelectorAll<HTMLElement>('main a[href^="#"]')) {
    const target = link.getAttribute('href') ?? ''
    if (!first.has(target) && link.closest('.float, .notes, .contents') === null)
      first.set(target, link.getBoundingClientRect().bottom - 2 - start)
  }
  return [...document.querySelectorAll('main .float')].map((float) => {
    const [id = ''] = [float, ...float.querySelectorAll('[id]')].flatMap((each) => each.id || [])
    return first.get(`#${id}`)
  })
}
