import {execFileSync} from 'node:child_process'

/** A word as it is printed; points from the upper left corner of its page, which is counted from 0. */
export interface PrintedWord {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Whether poppler is at hand to read words; says so aloud if not. */
export const hasPoppler = isThere()
if (!hasPoppler) console.warn('Printed words are not looked at: pdftotext is not installed')

/** The words of a PDF with the boxes that poppler gives them. */
export function printedWords(pdf: Uint8Array): ReadonlyArray<PrintedWord> {
  const text = execFileSync('pdftotext', ['-bbox', '-', '-'], {input: pdf, encoding: 'utf8', maxBuffer: 2 ** 28})
  const pages = text.split('<page ').slice(1)
  const word = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g
  return pages.flatMap((each, page) =>
    [...each.matchAll(word)].map(([, left, top, right, bottom, words = '']) => ({
      page,
      text: words,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom)
    }))
  )
}

/** Pairs of words that are printed over each other. Compares neighbours on the page alone: words within 60 points. */
export function overlaps(words: ReadonlyArray<PrintedWord>): ReadonlyArray<string> {
  const sorted = [...words].sort((one, next) => one.page - next.page || one.top - next.top)
  return sorted.flatMap((one, index) => {
    const found: Array<string> = []
    for (const next of sorted.slice(index + 1)) {
      if (next.page !== one.page || next.top > one.bottom - 2) break
      // Boxes are as high as the font's longest letters, so that those of lines touch.
      const high = Math.min(one.bottom, next.bottom) - next.top
      const wide = Math.min(one.right, next.right) - Math.max(one.left, next.left)
      if (wide > 1 && high > 0.5 * Math.min(one.bottom - one.top, next.bottom - next.top))
        found.push(`${one.page + 1}: ${one.text} / ${next.text}`)
    }
    return found
  })
}

function isThere(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}
