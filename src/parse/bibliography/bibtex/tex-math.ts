/**
 * A formula that is no more than text, as text with the markup of CSL-JSON: a number, a sign, one symbol such as `\alpha`,
 * or one exponent or index, as in `$^{3}$He`. `undefined` for what needs setting.
 */
export function plainMath(tex: string, symbols: Readonly<Record<string, string>>): string | undefined {
  if (/^[\d.,]+$/.test(tex) || /^[<>+=]$/.test(tex)) return tex
  if (tex === '-') return '−'
  const command = /^\\([A-Za-z]+)$/.exec(tex)?.[1]
  if (command !== undefined) return Object.hasOwn(symbols, command) ? symbols[command] : undefined
  const script = /^([_^])(?:\{([^\\{}_^$]*)\}|([^\\{}_^$\s]))$/.exec(tex)
  if (script === null) return undefined
  const text = (script[2] ?? script[3] ?? '').replaceAll('-', '−')
  return script[1] === '^' ? `<sup>${text}</sup>` : `<sub>${text}</sub>`
}
