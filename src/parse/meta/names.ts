import type {Name} from '../../model/meta.ts'
import type {YamlMap} from '../../util/yaml.ts'
import type {Reading} from './reading.ts'
import {fieldsOf, textOf, vocabulary} from './reading.ts'

/** A name's fields, as pandoc, Quarto, MyST, CSL and others spell them. */
export const nameFields = {
  given: 'given-name given-names givenname first first-name firstname forename',
  family: 'family-name familyname last last-name lastname surname',
  middle: 'patronymic middle-name middlename middle-names',
  particle: 'non-dropping-particle dropping-particle von',
  suffix: 'name-suffix jr',
  prefix: 'name-prefix honorific salutation',
  literal: ''
}

const known = vocabulary(nameFields)

/** Compose a name from its parts; `undefined` if it has none. `display` is how the author wants it printed. */
export function nameOf(parts: Omit<Name, 'display'>, display?: string): Name | undefined {
  const {given, middle, particle, family, suffix, literal} = parts
  const composed = [given, middle, particle, family, suffix].filter((part) => part !== undefined).join(' ')
  const shown = display ?? literal ?? composed
  return shown === '' ? undefined : {...parts, display: shown}
}

/** A name written as a map: `{given: Ada, family: Lovelace}`. */
export function nameOfMap(map: YamlMap, reading: Reading): Name | undefined {
  const fields = fieldsOf(map, known, reading)
  const part = (field: keyof typeof nameFields) => textOf(fields.get(field), field, reading)
  const {given, family, literal} = {given: part('given'), family: part('family'), literal: part('literal')}
  const rest = {middle: part('middle'), particle: part('particle'), suffix: part('suffix'), prefix: part('prefix')}
  if (given === undefined && family === undefined && literal !== undefined) return nameOfText(literal)
  return nameOf({given, family, ...rest}, literal)
}

/** Written small before a family name, and part of it. */
const particles =
  /^(?:af|al|auf|av|bin|bint|da|das|de|dei|del|della|den|der|des|di|do|dos|du|el|ibn|la|las|le|los|ten|ter|van|vom|von|y|zu|zum|zur|’t|'t)$/u
const suffixes = /^(?:jr|sr|ii|iii|iv|esq)\.?$/i
/** “Son of” and “daughter of”, after the father's name. */
const kin = /(?:^|\s)(?:оглы|угли|ўғли|кызы|кизи|қизи|o[ʻʼ‘'’`]?g[ʻʼ‘'’`]?li|qizi)$/iu
/** East Slavic and Turkic patronymics. */
const patronymic = new RegExp(`(?:ович|евич|ьич|овна|евна|ична|ovich|evich|ovna|evna)$|${kin.source}`, 'iu')
/** Patronymics that end so may be family names too, unless a family name stands before them. */
const ambiguous = /(?:[ео]вич|ьич|[eo]vich)$/iu
const familyName = /(?:[её]в|ов|ева|ова|ин|ина|ский|ская|енко|ук|юк|ян|[eo]v|[eo]va|in|ina|sk[iy]y?|skaya|enko|yan)$/iu

/**
 * Read a name written in one piece: `Family, Given`, `Given van der Family Jr.`, `Family Given Patronymic`;
 * one word, or anything in braces, stands for itself.
 */
export function nameOfText(text: string): Name | undefined {
  const display = text.replace(/\s+/g, ' ').trim()
  const braced = /^\{(.*)\}$/.exec(display)?.[1]
  if (braced !== undefined) return nameOf({literal: braced})
  const pieces = display.split(/\s*,\s*/)
  if (pieces.length > 1) return inverted(pieces)
  const words = display.split(' ')
  const [father, of] = words.slice(-2)
  if (words.length > 2 && kin.test(of ?? '')) words.splice(-2, 2, `${father} ${of}`)
  const suffix = words.length > 2 && suffixes.test(words.at(-1) ?? '') ? words.pop() : undefined
  if (words.length < 2) return nameOf({literal: display})
  return nameOf({...straight(words), suffix}, display)
}

/** `Family, Given` or, as BibTeX has it, `Family, Jr., Given`. */
function inverted(pieces: ReadonlyArray<string>): Name | undefined {
  const [last = '', second = '', third] = pieces
  const before = last.split(' ')
  const particle = particlesBefore(before)
  const family = before.slice(particle.length).join(' ')
  const [given, suffix] =
    third !== undefined ? [third, second] : suffixes.test(second) ? [undefined, second] : [second, undefined]
  return nameOf({...split(given ?? ''), particle: particle.join(' ') || undefined, family: family || undefined, suffix})
}

function straight(words: ReadonlyArray<string>): Omit<Name, 'display'> {
  const [first = '', second = '', third = ''] = words
  if (words.length === 3 && patronymic.test(second)) return {given: first, middle: second, family: third}
  if (words.length === 3 && patronymic.test(third) && (!ambiguous.test(third) || familyName.test(first))) {
    return {family: first, given: second, middle: third}
  }
  const at = words.findIndex((word, index) => index > 0 && index < words.length - 1 && particles.test(word))
  if (at === -1) {
    // In capitals it is part of the family name: Van Eck.
    const long = words.length > 2 && /^(?:Da|De|Del|Della|Di|Du|St\.|Ten|Ter|Van|Von)$/.test(words.at(-2) ?? '')
    const end = long ? -2 : -1
    return {given: words.slice(0, end).join(' '), family: words.slice(end).join(' ')}
  }
  const particle = particlesBefore(words.slice(at))
  return {
    given: words.slice(0, at).join(' '),
    particle: particle.join(' '),
    family: words.slice(at + particle.length).join(' ')
  }
}

/** Leading particles, but never all words. */
function particlesBefore(words: ReadonlyArray<string>): ReadonlyArray<string> {
  const end = words.findIndex((word) => !particles.test(word))
  return words.slice(0, end === -1 ? words.length - 1 : end)
}

/** Given names, with a patronymic at their end kept apart. */
function split(given: string): Omit<Name, 'display'> {
  const words = given.split(' ').filter((word) => word !== '')
  const size = words.length > 2 && kin.test(words.at(-1) ?? '') ? 2 : 1
  if (words.length <= size || !patronymic.test(words.at(-1) ?? '')) return {given: words.join(' ') || undefined}
  return {given: words.slice(0, -size).join(' '), middle: words.slice(-size).join(' ')}
}
