/// <reference lib="dom" />

/**
 * Give empty cells a space that stays: what paints nothing has no place in the PDF's tags, and the cells after it would be read as
 * those of other columns (ISO 32000-1, 14.8.4.3.4). Runs in the page.
 */
export function fillCells(): void {
  for (const cell of document.querySelectorAll('main td, main th')) {
    const isEmpty = (cell.textContent ?? '').trim() === '' && cell.querySelector('img, svg, math, input') === null
    if (isEmpty) cell.append('\u00a0')
  }
}
