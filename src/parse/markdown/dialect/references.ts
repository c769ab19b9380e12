import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {CrossReference} from '../../../model/nodes.ts'

/** Where something stands, if anywhere. */
export interface At {
  readonly position?: Position
}

/** A reference to a label; a bare one is the number alone. */
export function numbered(target: {readonly label: string} & At, at: At, bare: boolean): CrossReference {
  return {type: 'crossReference', targets: [target], bare, capitalised: !bare, children: [], ...at}
}

/** Words with the number where `{number}` or `%s` stands; `undefined` if it stands nowhere. */
export function numberedInWords(
  words: string,
  target: {readonly label: string} & At,
  at: At
): ReadonlyArray<PhrasingContent> | undefined {
  const [, before, after] = /^(.*?)(?:%s|\{number\})(.*)$/s.exec(words) ?? []
  if (before === undefined || after === undefined) return undefined
  const text = (value: string): ReadonlyArray<PhrasingContent> => (value === '' ? [] : [{type: 'text', value, ...at}])
  return [...text(before), numbered(target, at, true), ...text(after)]
}
