/** Whether an ISSN's check digit fits: `0378-5955` (ISO 3297). Hyphens may lack. */
export function isIssn(text: string): boolean {
  const digits = /^(\d{4})-?(\d{3}[\dXx])$/.exec(text.trim())
  return digits !== null && weighted(`${digits[1]}${digits[2]}`, (index) => 8 - index) % 11 === 0
}

/** Whether an ISBN's check digit fits, of ten digits or thirteen (ISO 2108). Hyphens and spaces may stand anywhere. */
export function isIsbn(text: string): boolean {
  const digits = text.replace(/[-‐–\s]/g, '')
  if (/^\d{9}[\dXx]$/.test(digits)) return weighted(digits, (index) => 10 - index) % 11 === 0
  return /^97[89]\d{10}$/.test(digits) && weighted(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0
}

/** The sum of the digits, each by its weight; X is ten. */
function weighted(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, index) => sum + weight(index) * (/x/i.test(digit) ? 10 : Number(digit)), 0)
}
