import type {Element, ElementContent} from 'xast'
import {run} from './run.ts'
import type {Face, State} from './state.ts'
import {w} from './xml.ts'

/** A field with the result that it has now (ECMA-376-1, 17.16). */
export function field(instruction: string, result: ReadonlyArray<ElementContent>, face: Face): Array<ElementContent> {
  const mark = (type: string): Element => run([w('fldChar', {fldCharType: type})], face)
  const code = w('instrText', {'xml:space': 'preserve'}, [{type: 'text', value: ` ${instruction} `}])
  return [mark('begin'), run([code], face), mark('separate'), ...result, mark('end')]
}

/**
 * The number of a float or an equation as a SEQ field, which Word counts on when more are put in;
 * text where it is no plain number, such as “S1”.
 */
export function sequence(
  name: string,
  number: string,
  result: ReadonlyArray<ElementContent>,
  {counters, face}: State
): Array<ElementContent> {
  if (!/^[1-9]\d{0,5}$/.test(number)) return [...result]
  const next = (counters.sequences.get(name) ?? 0) + 1
  counters.sequences.set(name, Number(number))
  const restart = next === Number(number) ? '' : ` \\r ${number}`
  return field(`SEQ ${name} \\* ARABIC${restart}`, result, face)
}
