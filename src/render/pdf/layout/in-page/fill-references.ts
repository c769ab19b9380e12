/// <reference lib="dom" />

/** Write the numbers of pages into the references to them, in order; whether any is another than it was. Runs in the page. */
export function fillReferences(numbers: ReadonlyArray<string | undefined>): boolean {
  let changed = false
  document.querySelectorAll<HTMLElement>('main [data-page]').forEach((element, index) => {
    const number = numbers[index]
    if (number === undefined) return
    const words = (element.dataset['page'] ?? '#').replace('#', number)
    if (element.textContent === words) return
    element.textContent = words
    changed = true
  })
  return changed
}
