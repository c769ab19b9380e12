import {prefixes, units} from '../../../util/si-units.ts'

/** A number as siunitx's `\num` sets it, with the markup of CSL-JSON: `1.5e-3` → 1.5 × 10⁻³. */
export function numberOf(typed: string): string {
  const compact = typed.replace(/\s+/g, '')
  const [, mantissa = compact, power] = /^([^eEdD]*)[eEdD]([+-]?\d+)$/.exec(compact) ?? []
  const signed = mantissa
    .replace(/\+-|\\pm/g, ' ± ')
    .replace(/^-/, '−')
    .replaceAll('--', '–')
  if (power === undefined) return signed
  const raised = `10<sup>${power.replace(/^\+/, '').replace('-', '−')}</sup>`
  return signed === '' ? raised : `${signed} × ${raised}`
}

/** A unit as siunitx's `\si` and `\unit` set it: `\kilo\metre\per\second\squared`, `km/h`, `m.s^{-1}`. */
export function unitOf(typed: string): string {
  if (!typed.includes('\\')) return literalUnit(typed)
  let [text, before] = ['', '']
  for (const word of typed.match(/\\[A-Za-z]+|[^\\{}.~\s]+(?![^{]*\})/g) ?? []) {
    const name = word.replace('\\', '')
    const lead = name === 'per' ? '/' : prefixes.get(name)
    const power = powers.get(name)
    if (lead !== undefined) before += lead
    else if (power !== undefined) text += power
    else {
      text += `${text === '' || before.startsWith('/') ? '' : ' '}${before}${units.get(name) ?? name}`
      before = ''
    }
  }
  return text
}

function literalUnit(typed: string): string {
  return typed
    .replace(
      /\^(?:\{([^{}]*)\}|(-?\d+))/g,
      (_, braced?: string, bare?: string) => `<sup>${(braced ?? bare ?? '').replaceAll('-', '−')}</sup>`
    )
    .replace(/[.~]/g, ' ')
    .replace(/[{}]/g, '')
    .trim()
}

/** A quantity: the number and, after a space, its unit; a sign such as ° or % stands close to an angle's number alone. */
export function quantityOf(number: string, unit: string): string {
  const [value, sign] = [numberOf(number), unitOf(unit)]
  return sign === '°' ? value + sign : `${value}\u00A0${sign}`.trim()
}

const powers: ReadonlyMap<string, string> = new Map([
  ['cubed', '<sup>3</sup>'],
  ['squared', '<sup>2</sup>']
])
