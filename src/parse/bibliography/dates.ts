/** A date as CSL-JSON has it. */
export interface CslDate {
  readonly 'date-parts'?: ReadonlyArray<ReadonlyArray<number>>
  readonly circa?: boolean
  /** 1 is spring, 4 winter. */
  readonly season?: number
  readonly literal?: string
}

/** A date read, and what of it cannot be: “month 13”. */
export interface DateReading {
  readonly date: CslDate | undefined
  readonly impossible?: string | undefined
}

type Parts = ReadonlyArray<number>
/** A date with no end, as citeproc reads it: “1997–”. */
const open: Parts = [0]

/**
 * Read BibLaTeX's `date`: ISO 8601-2 (EDTF) levels 0 and 1 as BibLaTeX takes them; ranges open or closed, seasons
 * (2004-21 is spring), uncertain and approximate years, years before 1. What is no such date stays a literal.
 */
export function dateOf(value: string): DateReading {
  const typed = value.trim()
  if (typed === '') return {date: undefined}
  const halves = typed.split('/')
  const circa = /[~%]/.test(typed)
  const readings = halves.map(halfOf)
  if (halves.length > 2 || readings.some((half) => half === undefined)) return {date: {literal: typed}}
  const [first, second] = readings
  const impossible = first?.impossible ?? second?.impossible
  const begin = first?.parts ?? open
  if (begin === open) return {date: {literal: second === undefined ? typed : `–${second.parts[0] ?? ''}`}}
  return {date: dateWith(second === undefined ? [begin] : [begin, second.parts], circa), impossible}
}

/** A date of these ends; a season of a single one by its own name. */
function dateWith(ends: ReadonlyArray<Parts>, circa: boolean): CslDate {
  const [[year = 0, month = 0] = [], end] = ends
  const approximate = circa ? {circa: true} : {}
  if (end === undefined && month > 20) return {'date-parts': [[year]], season: month - 20, ...approximate}
  const months = ends.map((parts) => ((parts[1] ?? 0) > 20 ? parts.slice(0, 1) : parts))
  return {'date-parts': evenRange(months), ...approximate}
}

/** The ends of a range with as many parts each, since the engine throws for others: the shorter decides, zeros stand for no end. */
export function evenRange(ends: ReadonlyArray<Parts>): ReadonlyArray<Parts> {
  const [begin, end] = ends
  if (begin === undefined || end === undefined || begin.length === end.length) return ends
  if (end[0] === 0) return [begin, begin.map(() => 0)]
  const length = Math.min(begin.length, end.length)
  return [begin.slice(0, length), end.slice(0, length)]
}

/** Read BibTeX's `year`, `month` (a number or a name, perhaps with the day) and `day`. */
export function yearMonthDay(year: string, month: string, day: string): DateReading {
  const years = /^\W*(-?\d{1,4})\s*(?:[-–—/]+\s*(\d{4}|\d{2}))?\W*$/.exec(year.trim())
  const circa = /^\s*(?:c|ca|circa)\b\.?|[~?]/i.test(year)
  const number = years ?? /^\s*(?:c|ca|circa)\b\.?\s*(-?\d{1,4})()\W*$/i.exec(year)
  if (number === null) return {date: year.trim() === '' ? undefined : {literal: year.trim()}}
  const begin = Number(number[1])
  const last = number[2] === undefined || number[2] === '' ? undefined : century(begin, number[2])
  if (last !== undefined) return {date: dateWith([[begin], [last]], circa)}
  const readings = monthsOf(month, day).map((rest) => checked([begin, ...rest]))
  const parts = readings.map((reading) => reading.parts)
  const impossible = readings.find((reading) => reading.impossible !== undefined)?.impossible
  return {date: dateWith(parts, circa), impossible}
}

interface Half {
  readonly parts: Parts
  readonly impossible?: string | undefined
}

/** One end of a range; `undefined` for what is no date. */
function halfOf(value: string): Half | undefined {
  const typed = value.trim().replace(/[?~%]+$/, '')
  if (/^(?:|\.\.|open|unknown)$/.test(typed)) return {parts: open}
  const match = /^([Yy]?)(-?\d{4,}|\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\S*)?$/.exec(typed)
  if (match === null) return undefined
  const [, , year = '', month, day] = match
  const number = Number(year)
  // Year 0 of ISO 8601 is the year before the year 1.
  const counted = number <= 0 ? number - 1 : number
  return checked([counted, ...[month, day].filter((part) => part !== undefined).map(Number)])
}

/** The parts that can be. */
function checked(parts: Parts): Half {
  const [year = 0, month, day] = parts
  if (month === undefined) return {parts}
  const isSeason = month >= 21 && month <= 24 && day === undefined
  if ((month < 1 || month > 12) && !isSeason) return {parts: [year], impossible: `month ${month}`}
  if (day === undefined) return {parts}
  if (day < 1 || day > daysIn(year, month)) return {parts: [year, month], impossible: `day ${day} of month ${month}`}
  return {parts}
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2) return isLeap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** “1998–99” ends in 1999. */
function century(begin: number, end: string): number {
  return end.length === 2 ? Math.floor(begin / 100) * 100 + Number(end) : Number(end)
}

/** Month and day of each end: `3`, `mar`, `March 15`, `15 March`, `3--4`; nothing for what is no month. */
function monthsOf(month: string, day: string): ReadonlyArray<Parts> {
  const ends = month.split(/\s*(?:--?|–|—|\/)\s*/).map((end) => monthOf(end))
  const [first, last] = ends
  if (first === undefined || ends.length > 2) return [[]]
  const typedDay = /^\d{1,2}$/.test(day.trim()) ? [Number(day)] : []
  if (last !== undefined) return [first, last]
  return [first.length === 1 ? [...first, ...typedDay] : first]
}

function monthOf(typed: string): Parts | undefined {
  const words = typed
    .toLowerCase()
    .split(/[\s~.,]+/)
    .filter((part) => part !== '')
  if (words.length === 0 || words.length > 2) return undefined
  const [first = '', second] = words
  if (second === undefined) return /^\d+$/.test(first) ? [Number(first)] : byName(first)
  const swapped = byName(second)
  const day = swapped === undefined ? second : first
  const name = swapped ?? (/^\d+$/.test(first) ? [Number(first)] : byName(first))
  return name === undefined ? undefined : [...name, ...(/^\d{1,2}$/.test(day) ? [Number(day)] : [])]
}

function byName(word: string): Parts | undefined {
  const index = months.findIndex((names) => names.includes(word))
  if (index !== -1) return [index + 1]
  const season = ['spring', 'summer', 'autumn', 'winter'].indexOf(word === 'fall' ? 'autumn' : word)
  return season === -1 ? undefined : [21 + season]
}

/** English, Russian and Uzbek, as they are typed. */
const months: ReadonlyArray<ReadonlyArray<string>> = [
  ['jan', 'january', 'январь', 'января', 'yanvar'],
  ['feb', 'february', 'февраль', 'февраля', 'fevral'],
  ['mar', 'march', 'март', 'марта', 'mart'],
  ['apr', 'april', 'апрель', 'апреля', 'aprel'],
  ['may', 'май', 'мая'],
  ['jun', 'june', 'июнь', 'июня', 'iyun'],
  ['jul', 'july', 'июль', 'июля', 'iyul'],
  ['aug', 'august', 'август', 'августа', 'avgust'],
  ['sep', 'sept', 'september', 'сентябрь', 'сентября', 'sentabr', 'sentyabr'],
  ['oct', 'october', 'октябрь', 'октября', 'oktabr', 'oktyabr'],
  ['nov', 'november', 'ноябрь', 'ноября', 'noyabr'],
  ['dec', 'december', 'декабрь', 'декабря', 'dekabr']
]
