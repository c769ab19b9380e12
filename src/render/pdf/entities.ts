const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
  ['nbsp', '\u{a0}']
])

/** Markup's text with its character references resolved, as far as they occur in what we write. */
export function decoded(text: string): string {
  return text.replace(/&#x([0-9a-f]{1,6});|&#(\d{1,7});|&([a-z]{1,8});/gi, character)
}

function character(whole: string, hexadecimal?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return entities.get(name) ?? whole
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
