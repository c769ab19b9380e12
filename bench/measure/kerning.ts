import {grouped} from './blocks.ts'
import type {Scene} from './fragments.ts'
import type {Measure} from './measure.ts'
import {absent, measure} from './measure.ts'

/** Letters of a text in which some pair is to be kerned. */
const manyLetters = 30
/** From fewer texts of a size nothing is concluded. */
const fewTexts = 5
/** Of texts of a size, in which letters that are set apart by hand may look as if they were kerned. */
const leastShare = 0.1

/** Whether letters stand nearer to some letters than to others, in each size of type; what is code has letters of one width. */
export function measureKerning({blocks}: Scene): Measure {
  const running = blocks.flatMap(({texts}) => texts.filter(({inCode, inFormula}) => !inCode && !inFormula))
  const long = running.filter(({text}) => (text.match(/\p{L}/gu)?.length ?? 0) >= manyLetters)
  const sizes = [...grouped(long, ({size}) => size.toFixed(1))].filter(([, texts]) => texts.length >= fewTexts)
  if (sizes.length === 0) return absent('T5', 'kerning', 'too few long lines to tell')
  const bare = sizes.filter(([, texts]) => texts.filter(({kerned}) => kerned).length < leastShare * texts.length)
  const value = bare.length === 0 ? 'yes' : `none in ${bare.map(([size]) => `${size} pt`).join(', ')}`
  return measure('T5', 'kerning', value, 'yes', bare.length === 0)
}
