/**
 * A text without what has no place in metadata: XML 1.0 (2.2) takes most control characters not even escaped, PDF reads some as
 * commands (ISO 32000-1, 7.9.2.2), and halves of characters are no UTF-16.
 */
export function legal(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}
