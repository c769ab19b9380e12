/** A, B … Z, AA, AB … */
export function letters(count: number): string {
  return count <= 0 ? '' : letters(Math.floor((count - 1) / 26)) + String.fromCharCode(65 + ((count - 1) % 26))
}
