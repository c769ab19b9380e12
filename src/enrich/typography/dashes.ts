import type {Line, Replacements} from './quotes.ts'

/** `--` is an en dash, `---` an em dash, `...` an ellipsis, a full stop after it included; longer runs are drawings, and stay. */
const signs: ReadonlyMap<string, string> = new Map([
  ['--', '–'],
  ['---', '—'],
  ['...', '…'],
  ['....', '….']
])

/** Set dashes and ellipses; one that holds an escaped character stays. */
export function dashes({text, literal}: Line, out: Replacements): void {
  for (const {index, 0: run} of text.matchAll(/-{2,}|\.{3,}/g)) {
    const sign = signs.get(run)
    const places = Array.from(run, (_, offset) => index + offset)
    if (sign === undefined || places.some((place) => literal.has(place))) continue
    for (const [offset, place] of places.entries()) out.set(place, sign[offset] ?? '')
  }
}
