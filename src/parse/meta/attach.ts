import type {Attachable} from '../../model/meta.ts'
import {attachables} from '../../model/meta.ts'
import {nearest} from '../../util/nearest.ts'
import type {Fields, Reading} from './reading.ts'
import {scalarsOf, shortened} from './reading.ts'

/** `attach: [source, references, jats]`, in their order; `undefined` if it is not given. */
export function attachOf(fields: Fields, reading: Reading): ReadonlyArray<Attachable> | undefined {
  const entry = fields.get('attach')
  if (entry === undefined) return undefined
  const asked = new Set<string>()
  for (const {text, place} of scalarsOf(entry, 'attach', reading))
    for (const word of text.toLowerCase().split(/[\s,]+/)) {
      if (word === '' || /^(?:false|no|none)$/.test(word)) continue
      if (attachables.some((known) => known === word)) asked.add(word)
      else {
        const expected = nearest(word, attachables)
        const reason = `Unexpected \`${shortened(word)}\` in \`attach\`, expected \`source\`, \`references\` or \`jats\``
        reading.refuse({reason, place, expected})
      }
    }
  return attachables.filter((each) => asked.has(each))
}
