/** Languages written from right to left, in the script that they are written in unless their tag says another. */
const fromRight = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const scripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'])

/** `rtl` for a language (BCP 47) that is written from right to left, by its script or by custom; else `undefined`. */
export function directionOf(language: string): 'rtl' | undefined {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  const script = rest.find((part) => /^[a-z]{4}$/.test(part))
  return (script === undefined ? fromRight.has(primary) : scripts.has(script)) ? 'rtl' : undefined
}
