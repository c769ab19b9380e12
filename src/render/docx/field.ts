import type {Element, ElementContent} from 'xast'
import {run, runs} from './run.ts'
import type {Face, State} from './state.ts'
import {w} from './xml.ts'

/** A field with the result that it has now (ECMA-376-1, 17.16). */
export function field(
  instruction: string,
  result: ReadonlyArray<ElementContent>,
  face: Face,
  attributes: {readonly dirty?: 1} = {}
): Array<ElementContent> {
  const mark = (type: string, rest = {}): Element => run([w('fldChar', {fldCharType: type, ...rest})], face)
  const code = w('instrText', {'xml:space': 'preserve'}, [{type: 'text', value: ` ${instruction} `}])
  return [mark('begin', attributes), run([code], face), mark('separate'), ...result, mark('end')]
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

/** The number of the page that something stands on, as a field; Word fills it. */
export function pageField(identifier: string, result: string, state: State): Array<ElementContent> {
  return field(`PAGEREF ${state.anchors.nameOf(identifier)} \\h`, runs(result, state.face), state.face, {dirty: 1})
}
