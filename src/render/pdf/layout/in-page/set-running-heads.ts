/// <reference lib="dom" />

/**
 * Have the style sheet's counter style `running-section` write a head for each page, of which the first has that number: text in the
 * margins of pages can hold no other than counters. Runs in the page.
 */
export function setRunningHeads({first, heads}: {readonly first: number; readonly heads: ReadonlyArray<string>}): void {
  const sheet = [...document.styleSheets].at(-1)
  if (sheet === undefined || heads.length === 0) return
  const symbols = heads.map((head) => `"${head.replace(/["\\<>&\p{Cc}]/gu, escaped)}"`).join(' ')
  sheet.insertRule(
    `@counter-style running-section{system:fixed ${first};symbols:${symbols};suffix:""}`,
    sheet.cssRules.length
  )

  function escaped(character: string): string {
    return `\\${character.codePointAt(0)?.toString(16)} `
  }
}
