import type {IsoDate} from '../../model/meta.ts'
import type {YamlEntry} from '../../util/yaml.ts'
import type {Reading} from './reading.ts'
import {fieldsOf, shortened, textOf, vocabulary} from './reading.ts'

const parts = vocabulary({year: '', month: '', day: ''})
/** Words by which other tools ask for the clock; an article's date is its author's. */
const clocks = /^(?:today|now|last-modified|`?r sys\.(?:date|time)\(\).*|\\today)$/i

/** A date as ISO 8601: written so, in words (`20 January 2021`), by points (`18.10.2022`) or as `{year, month, day}`. */
export function dateOf(
  entry: YamlEntry | undefined,
  name: string,
  language: string,
  reading: Reading
): IsoDate | undefined {
  if (entry === undefined) return undefined
  const written = entry.value.kind === 'map' ? ofParts(entry, reading) : textOf(entry, name, reading)
  if (written === undefined) return undefined
  const date = isoDate(written, language)
  if (date === undefined) {
    const why = clocks.test(written) ? 'The date of an article is kept with it, so that it stays the same.' : undefined
    const reason = `Unexpected date \`${shortened(written)}\`, expected one such as \`2025-03-09\``
    reading.refuse({reason, place: entry.value.place, note: why ?? 'Write year, month and day: `2025-03-09`.'})
  }
  return date
}

function ofParts(entry: YamlEntry, reading: Reading): string | undefined {
  if (entry.value.kind !== 'map') return undefined
  const fields = fieldsOf(entry.value, parts, reading)
  const numbers = ['year', 'month', 'day'].map((part) => textOf(fields.get(part), part, reading))
  return numbers.filter((number) => number !== undefined).join('-')
}

/** Read a date as people write it; `undefined` if it is none, or could be two. */
export function isoDate(written: string, language: string): IsoDate | undefined {
  const text = written
    .replace(/[T\s]\d{1,2}:\d{2}.*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text)
  if (iso !== null) return made(iso[1], iso[2], iso[3])
  const points = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (points !== null) return text.includes('/') ? slashed(points) : made(points[3], points[2], points[1])
  return ofWords(text, language)
}

/** `13/02/2021` and `02/13/2021` can be told; `02/03/2021` cannot. */
function slashed([, first = '', second = '', year]: ReadonlyArray<string>): IsoDate | undefined {
  if (Number(first) > 12) return made(year, second, first)
  return Number(second) > 12 || first === second ? made(year, first, second) : undefined
}

/** `20 January 2021`, `January 20th, 2021`, `Jan 2021`, `9-mart, 2025-yil`, `9 марта 2025 г.` */
function ofWords(text: string, language: string): IsoDate | undefined {
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []
  if (words.length > 8) return undefined
  const month = words.map((word) => monthOf(word, language)).find((number) => number !== undefined)
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const year = numbers.find((number) => number.length === 4)
  const days = numbers.filter((number) => number.length <= 2)
  if (month === undefined || days.length > 1 || numbers.length !== days.length + 1) return undefined
  return made(year, String(month), days[0])
}

const months = new Map<string, ReadonlyMap<string, number>>()

function monthOf(word: string, language: string): number | undefined {
  const wanted = word.slice(0, 12)
  for (const each of [language, 'en', 'ru', 'uz']) {
    const names = months.get(each) ?? monthNames(each)
    months.set(each, names)
    const found = names.get(wanted) ?? (wanted.length === 3 ? byBeginning(names, wanted) : undefined)
    if (found !== undefined) return found
  }
  return undefined
}

function byBeginning(names: ReadonlyMap<string, number>, beginning: string): number | undefined {
  const found = new Set([...names].flatMap(([name, number]) => (name.startsWith(beginning) ? [number] : [])))
  return found.size === 1 ? [...found][0] : undefined
}

/** As CLDR names the months: alone and beside a day, which differ in Russian. */
function monthNames(language: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const options of [{month: 'long'}, {month: 'long', day: 'numeric'}] as const) {
    const format = new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'})
    for (let month = 0; month < 12; month++) {
      const part = format.formatToParts(new Date(Date.UTC(2001, month, 1))).find(({type}) => type === 'month')
      if (part !== undefined) names.set(part.value.toLowerCase(), month + 1)
    }
  }
  return names
}

function made(year?: string, month?: string, day?: string): IsoDate | undefined {
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)]
  if (year === undefined || m < 1 || m > 12) return undefined
  if (d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return undefined
  const rest = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'))
  return [year, ...rest].join('-')
}
