/** A count in English: `12,345`. What the language's own tables say takes 9 ms to load. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
