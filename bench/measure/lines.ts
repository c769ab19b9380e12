/** A line of text as it stands on the page, in points from its top left. */
export interface Line {
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly words: ReadonlyArray<{readonly text: string; readonly left: number; readonly right: number}>
}

/** Pages as `pdftotext -bbox-layout` writes them: how many, how wide, and their lines from top to bottom. */
export function linesOf(xml: string): {pages: number; lines: ReadonlyArray<Line>} {
  const pages = xml.split('<page ').slice(1)
  const lines = pages.flatMap((page, index) =>
    page
      .split('<line ')
      .slice(1)
      .map((text) => lineOf(text, index + 1))
      .sort((one, next) => one.top - next.top || one.left - next.left)
  )
  return {pages: pages.length, lines}
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
