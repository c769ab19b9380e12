/// <reference lib="dom" />

/** A line and its number; pixels, from the top of the first page's area. */
export interface NumberedLine {
  readonly number: number
  readonly top: number
  readonly height: number
}

/** Write the numbers of lines into the margin, outside the text: they are no part of what is read. Runs in the page, after `realise`. */
export function setLineNumbers(lines: ReadonlyArray<NumberedLine>): void {
  const overlay = document.createElement('div')
  overlay.className = 'line-numbers'
  overlay.ariaHidden = 'true'
  for (const {number, top, height} of lines) {
    const line = document.createElement('div')
    const digits = document.createElement('span')
    digits.textContent = String(number)
    Object.assign(line.style, {top: `${top}px`, lineHeight: `${height}px`})
    line.append(digits)
    overlay.append(line)
  }
  document.querySelector('main')?.append(overlay)
}
