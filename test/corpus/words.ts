/** The words of a text: letters and digits. */
export function wordsOf(text: string): ReadonlyArray<string> {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
