/** Whether a CSL style prints citations as notes, by its XML. */
export function isNoteStyle(xml: string): boolean {
  return /<style\s[^<>]*\bclass=["']note["']/.test(xml)
}
