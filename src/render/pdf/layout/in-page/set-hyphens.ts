/// <reference lib="dom" />

/**
 * Give the pieces that `justifiedTexts` found their soft hyphens, and take away those at which no line ends: each parts what belongs
 * together, such as letters of a ligature. What moves when they go is looked at again, until nothing does. Runs in the page.
 */
export function setHyphens(hyphenated: ReadonlyArray<string>): void {
  const shy = '\u00ad'
  let texts = (globalThis as unknown as {readonly offprintTexts: ReadonlyArray<Text>}).offprintTexts
  texts.forEach((text, index) => {
    text.data = hyphenated[index] ?? text.data
  })
  for (let round = 0; round < 5; round += 1) {
    const kept = texts.map(prunedText)
    const changed = texts.filter((text, index) => text.data !== kept[index])
    texts.forEach((text, index) => {
      if (text.data !== kept[index]) text.data = kept[index] ?? ''
    })
    texts = texts.filter((text) => text.data.includes(shy))
    if (changed.length === 0) break
  }

  function prunedText(text: Text): string {
    const parts = text.data.split(shy)
    let at = 0
    return parts
      .map((part, index) => {
        at += part.length + 1
        if (index === parts.length - 1) return part
        return endsLine(text, at - 1) ? part + shy : part
      })
      .join('')
  }

  /** Whether the letters on both sides are on different lines. */
  function endsLine(text: Text, at: number): boolean {
    const [before, after] = [rectOf(text, at - 1), rectOf(text, at + 1)]
    return before !== undefined && after !== undefined && after.top > before.top + before.height / 2
  }

  function rectOf(text: Text, at: number): DOMRect | undefined {
    if (at < 0 || at >= text.length) return undefined
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return [...range.getClientRects()].at(-1)
  }
}
