/// <reference lib="dom" />

/**
 * Let lines end within addresses and long names in code, where the Chicago Manual of Style (17th edition, 7.46) has them end: after a
 * colon or two slashes; before or after an equals sign or an ampersand; before a slash, full stop, comma, underscore, question mark,
 * number sign, percent sign or tilde. They do not end after a hyphen of theirs, which would be taken for one that is put there, and no
 * hyphen is put in: parts of addresses are marked with `data-whole`, for `justifiedTexts` to leave. Runs in the page.
 */
export function breakAddresses(): void {
  const main = document.querySelector('main')
  if (main === null) return
  const address = /(?:https?:\/\/|ftp:\/\/|www\.|doi:|10\.\d{4,9}\/|(?:[a-z\d-]+\.)+[a-z]{2,}\/)[^\s\u00a0]{8,}/gu
  /** Code of as many characters without a space is divided. */
  const name = /[^\s\u00a0]{12,}/gu
  const places =
    /(?<=:\/\/|[a-z]:(?!\/)|[=&])(?=.)|(?<=[^/:])(?=\/(?!\/))|(?<=.)(?=[=&])|(?<=[\p{L}\p{N})\]])(?=[.,_?#%~][\p{L}\p{N}])/u
  /** Fewest characters after the last place where a line may end. */
  const fewest = 5
  /** A part that is longer may end a line after a hyphen or a question mark, where browsers end one. */
  const longest = 24
  /** What every address has. */
  const mayHold = /\/|www\.|doi:/
  const code = new Set<Element | null>(main.querySelectorAll('code, code *'))
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const texts: Array<Text> = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) texts.push(node)
  for (const text of texts) {
    const parent = text.parentElement
    const isCode = code.has(parent)
    if (parent === null || text.data.length < 12 || !(isCode || mayHold.test(text.data))) continue
    if (parent.closest('pre, math, svg, h1, h2, h3, h4, h5, h6, [aria-hidden="true"]') !== null) continue
    divide(text, isCode ? name : address)
  }

  function divide(text: Text, wanted: RegExp): void {
    const found = [...text.data.matchAll(wanted)]
    for (const {0: match, index} of found.reverse()) {
      const parts = withoutScrap(match.split(places))
      if (parts.length === 1) continue
      const rest = text.splitText(index)
      rest.splitText(match.length)
      const whole = document.createElement('span')
      whole.setAttribute('data-whole', '')
      parts.forEach((part, at) => {
        if (at > 0) whole.append(document.createElement('wbr'))
        whole.append(kept(part))
      })
      rest.replaceWith(whole)
    }
  }

  function withoutScrap(parts: ReadonlyArray<string>): ReadonlyArray<string> {
    let last = parts.length - 1
    while (last > 0 && parts.slice(last).join('').length < fewest) last -= 1
    return [...parts.slice(0, last), parts.slice(last).join('')]
  }

  function kept(part: string): Node | string {
    if (!/[-?]/.test(part) || part.length > longest) return part
    const span = document.createElement('span')
    span.style.whiteSpace = 'nowrap'
    span.append(part)
    return span
  }
}
