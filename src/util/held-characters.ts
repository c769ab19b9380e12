import type {TextFamily} from '../model/template.ts'

/** What STIX Two Text, STIX Two Math and Tinos hold of the subsets that are embedded, as their `cmap` tables say: first-last, hexadecimal. */
const ranges =
  '20-7E A0-180 188 190 192 195 199-19B 19E 1A0-1A1 1A5 1AA-1AB 1AD 1AF-1B0 1B5 1BA-1BB 1BE 1C0-1C3 1DE-1DF 1F0 1FA-1FF ' +
  '218-21B 221 228-229 234-237 250-2E9 2EC-2ED 2F7 300-33F 346-347 34C-34D 359 35C 360-362 37E 384-38A 38C 38E-3A1 ' +
  '3A3-3CE 3D0-3D2 3D5-3D6 3D8-3E1 3F0-3F1 3F4-3F6 400-52F 1C80-1C88 1D00 1D07 1D1C 1D81 1D84-1D85 1D8A 1D8D-1D8E 1D98 ' +
  '1D9B 1DA3 1E00-1EF9 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FC4 ' +
  '1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2000-200D 2010-2022 2025-2026 202F-203C 203E 2040 2043-2044 2047 ' +
  '204B-2052 2057 205F 2061-2064 2070-2071 2074-208E 20A3-20A4 20A7 20AB-20AC 20B4 20B9-20BA 20BD 20D0-20DF 20E1 ' +
  '20E4-20F0 2100-214F 2153-215E 2190-21EA 21F4-23FF 2422-2423 2460-2500 2502 2506 2508 250A 250C 2510 2514 2518 251C ' +
  '2524 252C 2534 253C 2550-256C 2571-2572 2580 2584 2588 258C 2590-2593 25A0-26FF 2702 2709 2713 2720 272A 2736 273D ' +
  '2772-2773 2776-2793 279B 27C0-27C9 27CB-27CD 27D0-27FF 2900-2AFF 2B12-2B4C 2B50-2B54 2DE0-2DFF ' +
  'A640-A69F A727 A792 FB00-FB04 FE2E-FE2F FFFD 1D400-1D454 1D456-1D49C 1D49E-1D49F 1D4A2 1D4A5-1D4A6 1D4A9-1D4AC ' +
  '1D4AE-1D4B9 1D4BB 1D4BD-1D4C3 1D4C5-1D505 1D507-1D50A 1D50D-1D514 1D516-1D51C 1D51E-1D539 1D53B-1D53E 1D540-1D544 ' +
  '1D546 1D54A-1D550 1D552-1D6A5 1D6A8-1D7CB 1D7CE-1D7FF 1EEF0-1EEF1'

/** What of it is not drawn where text is set in another family, or amid code, as these fonts' tables say: rare Cyrillic, old Greek. */
const lacking: Readonly<Partial<Record<SetIn, ReadonlyArray<Span>>>> = {
  'EB Garamond': spansOf(
    '460-461 464-469 46C-46F 471 478-489 500-50F 514-519 51E-523 52A-52D 1C80-1C88 2DE0-2DFF A640-A69F FE2E-FE2F'
  ),
  'Source Serif': spansOf(
    '460-461 464-471 476-48F 494-495 49C-49F 4A4-4A9 4AC-4AD 4B4-4B5 4B8-4B9 4BC-4BF 4C3-4CE 4D2-4D3 4DA-4E1 ' +
      '4E4-4E5 4EA-4ED 4F0-4F1 4F4-52F 1C80-1C88 2DE0-2DFF A640-A69F FE2E-FE2F'
  ),
  code: spansOf(
    '460-471 474-48F 49E-49F 4A6-4A9 4AC-4AD 4B4-4B5 4BC-4BF 4C3-4CE 4DA-4DB 4E0-4E1 4EA-4ED 4F6-4F7 ' +
      '4FA-52F 1C80-1C88 1F00-1FFE 2DE0-2DFF A640-A69F FE2E-FE2F'
  )
}

/** What text is set in: a family, or what code is set in. */
export type SetIn = TextFamily | 'code'

interface Span {
  readonly first: number
  readonly last: number
}

const spans = spansOf(ranges)

function spansOf(written: string): ReadonlyArray<Span> {
  return written.split(' ').map((range) => {
    const [first = 0, last = first] = range.split('-').map((digits) => Number.parseInt(digits, 16))
    return {first, last}
  })
}

/**
 * Whether a character is shown by the fonts that Offprint brings, or is never seen, as controls, joiners and variation selectors are.
 * Of the families of text, two and the font of code lack some that the others hold.
 */
export function isHeld(character: string, setIn: SetIn = 'STIX Two'): boolean {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x7f || /\u034F|[\p{C}\p{Z}\p{Variation_Selector}]/u.test(character)) return true
  if (isWithin(point, lacking[setIn] ?? [])) return false
  return isWithin(point, spans)
}

/** Whether a number lies in spans, which are in order. */
function isWithin(point: number, ordered: ReadonlyArray<Span>): boolean {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle]?.last ?? 0) < point) low = middle + 1
    else high = middle
  }
  return (ordered[low]?.first ?? Number.POSITIVE_INFINITY) <= point
}
