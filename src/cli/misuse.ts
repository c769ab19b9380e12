/** A command line that makes no sense; its message says what would. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
}
