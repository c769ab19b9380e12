// Escape sequences would let a manuscript write to the terminal, and overrides of direction let it disguise a message.
const unprintable = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Text that a terminal shows and does not obey: control characters as `U+001B`. */
export function plain(text: string): string {
  return text.replace(unprintable, (found) =>
    found === '\r' ? '' : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  )
}
