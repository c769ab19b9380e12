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

const prefixes: ReadonlyMap<string, string> = new Map(
  `yocto y zepto z atto a femto f pico p nano n micro μ milli m centi c deci d deca da hecto h kilo k mega M giga G
  tera T peta P exa E zetta Z yotta Y`
    .split(/\s+/)
    .flatMap(
      (word, index, words): ReadonlyArray<[string, string]> => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])
    )
)

/** Units by the names of their commands (siunitx manual, “Unit macros”). */
const units: ReadonlyMap<string, string> = new Map(
  `ampere A angstrom Å arcminute ′ arcsecond ″ astronomicalunit au bar bar barn b becquerel Bq bel B bit bit byte B
  candela cd celsius °C coulomb C dalton Da day d decibel dB degree ° degreeCelsius °C electronvolt eV eV eV farad F
  GeV GeV gram g gray Gy hectare ha henry H hertz Hz hour h Hz Hz joule J katal kat kelvin K keV keV kg kg kilogram kg
  km km kWh kWh liter L litre L lumen lm lux lx MeV MeV meter m metre m MHz MHz GHz GHz minute min mm mm mol mol mole mol
  nm nm neper Np newton N ohm Ω pascal Pa percent % radian rad second s siemens S sievert Sv steradian sr tesla T TeV TeV
  tonne t um μm volt V watt W weber Wb`
    .split(/\s+/)
    .flatMap(
      (word, index, words): ReadonlyArray<[string, string]> => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])
    )
)
