import type {Meta, Review} from '../../model/meta.ts'
import type {YamlEntry} from '../../util/yaml.ts'
import type {Fields, Reading} from './reading.ts'
import {flagOf, shortened, textOf} from './reading.ts'

/** What a copy for review is, where nothing else is said. */
const usual: Review = {lineNumbers: true, lineSpacing: 2}

/** Have an article set for review, as far as its author does not say otherwise. */
export function forReview(meta: Meta): Meta {
  const {lineNumbers, lineSpacing, floatsAtEnd} = meta.review ?? {}
  const review = {
    lineNumbers: lineNumbers ?? usual.lineNumbers,
    lineSpacing: lineSpacing ?? usual.lineSpacing,
    floatsAtEnd
  }
  return {...meta, review: {...meta.review, ...review}}
}

/** Have nothing say who wrote an article, whatever its front matter says; or have it said. */
export function forBlindReview(meta: Meta, blind: boolean): Meta {
  return {...meta, review: {...meta.review, blind}}
}

/** `review: true`, `line-numbers: 5`, `line-spacing: 2`, `floats-at-end: true`, `blind: true`; `undefined` if none is given. */
export function reviewOf(fields: Fields, reading: Reading): Meta['review'] {
  const [review, numbers, spacing, floats, blind] = [
    'review',
    'line-numbers',
    'line-spacing',
    'floats-at-end',
    'blind'
  ].map((name) => fields.get(name))
  if ([review, numbers, spacing, floats, blind].every((entry) => entry === undefined)) return undefined
  const asked = flagOf(review, 'review', reading) ? usual : {}
  return {
    lineNumbers: numberingOf(numbers, reading) ?? asked.lineNumbers,
    lineSpacing: spacingOf(spacing, reading) ?? asked.lineSpacing,
    floatsAtEnd: floats === undefined ? undefined : flagOf(floats, 'floats-at-end', reading),
    blind: blind === undefined ? undefined : flagOf(blind, 'blind', reading)
  }
}

/** Whether lines are numbered, or from which to which. */
function numberingOf(entry: YamlEntry | undefined, reading: Reading): boolean | number | undefined {
  if (entry === undefined) return undefined
  const {value} = entry
  const step = value.kind === 'scalar' && /^\d{1,3}$/.test(value.text.trim()) ? Number(value.text) : 0
  return step > 1 ? step : flagOf(entry, 'line-numbers', reading)
}

function spacingOf(entry: YamlEntry | undefined, reading: Reading): number | undefined {
  const written = textOf(entry, 'line-spacing', reading)
  const lines = Number(written)
  if (written === undefined || (lines >= 1 && lines <= 3)) return written === undefined ? undefined : lines
  const reason = `Unexpected \`${shortened(written)}\` as \`line-spacing\`, expected a number from 1 to 3`
  reading.refuse({reason, place: entry?.value.place})
  return undefined
}
