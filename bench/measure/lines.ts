/** A line of text as it stands on the page, in points from its top left. */
export interface Line {
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly words: ReadonlyArray<{readonly text: string; readonly left: number; readonly right: number}>
}

/** Pages as `pdftotext -bbox-layout` writes them: how many, and their lines from top to bottom, without what is turned. */
export function linesOf(xml: string): {pages: number; lines: ReadonlyArray<Line>} {
  const pages = xml.split('<page ').slice(1)
  const lines = pages.flatMap((page, index) => {
    const all = page.split('<line ').slice(1)
    const upright = withoutTurned(all.map((text) => lineOf(text, index + 1)))
    return upright.sort((one, next) => one.top - next.top || one.left - next.left)
  })
  return {pages: pages.length, lines}
}

/** Of a page with lines that are turned by 90°, only what stands above or below all of these: numbers do not tell how they stand. */
function withoutTurned(lines: ReadonlyArray<Line>): Array<Line> {
  const turned = lines.filter(isTurned)
  const top = Math.min(...turned.map((line) => line.top))
  const bottom = Math.max(...turned.map((line) => line.bottom))
  return lines.filter((line) => line.bottom <= top || line.top >= bottom)
}

/** Whether a line with a word of some letters is higher than wide. */
function isTurned({left, right, top, bottom, words}: Line): boolean {
  return bottom - top > 1.5 * (right - left) && words.some(({text}) => text.length > 3)
}

function lineOf(text: string, page: number): Line {
  const [left = 0, top = 0, right = 0, bottom = 0] = numbers(text)
  const words = text
    .split('<word ')
    .slice(1)
    .map((word) => {
      const [from = 0, , to = 0] = numbers(word)
      return {text: unescaped(/>([^<]*)<\/word>/.exec(word)?.[1] ?? ''), left: from, right: to}
    })
  return {page, left, right, top, bottom, words}
}

function numbers(text: string): ReadonlyArray<number> {
  return [...text.slice(0, 200).matchAll(/[xy]M(?:in|ax)="([\d.-]+)"/g)].slice(0, 4).map(([, value]) => Number(value))
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
