import type {Name} from '../../model/meta.ts'
import {line} from './line.ts'

/** A name in the two parts that records keep, or in one: an organisation's, or a single name. */
export type RecordName =
  | {readonly family: string; readonly given?: string; readonly particle?: string; readonly suffix?: string}
  | {readonly literal: string}

/** A name for records: a patronymic goes with the given names. */
export function recordName(name: Name): RecordName {
  const {family, particle, suffix} = name
  if (family === undefined) return {literal: line(name.literal ?? name.display)}
  const given = line([name.given, name.middle].filter((part) => part !== undefined).join(' '))
  return {
    family: line(family),
    ...(given === '' ? {} : {given}),
    ...(particle === undefined ? {} : {particle: line(particle)}),
    ...(suffix === undefined ? {} : {suffix: line(suffix)})
  }
}

/** “van Example”: the family name with its particle. */
export function surname({family, particle}: {readonly family: string; readonly particle?: string}): string {
  return particle === undefined ? family : `${particle} ${family}`
}
