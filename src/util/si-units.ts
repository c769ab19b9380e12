/** Prefixes by the names of their commands. */
export const prefixes: ReadonlyMap<string, string> = new Map(
  `yocto y zepto z atto a femto f pico p nano n micro μ milli m centi c deci d deca da hecto h kilo k mega M giga G
  tera T peta P exa E zetta Z yotta Y`
    .split(/\s+/)
    .flatMap(
      (word, index, words): ReadonlyArray<[string, string]> => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])
    )
)

/** Units by the names of their commands (siunitx manual, “Unit macros”). */
export const units: ReadonlyMap<string, string> = new Map(
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
