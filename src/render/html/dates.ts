import type {IsoDate} from '../../model/meta.ts'

/** A date in the words of a language: “9 March 2025”; as written where it is no date. */
export function dateInWords(date: IsoDate, language: string): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || !Number.isFinite(year)) return date
  const instant = new Date(0)
  instant.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1)
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : {month: 'long'}),
    ...(day === undefined ? {} : {day: 'numeric'})
  }).format(instant)
}

/** A locale that the engine takes; an ill-formed tag counts as English. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
