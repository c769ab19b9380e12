import type {Attachable} from '../model/meta.ts'
import {attachables} from '../model/meta.ts'
import {nearest} from '../util/nearest.ts'
import {Misuse} from './misuse.ts'

/** `html,pdf` to the names of formats, each once. Throws `Misuse` for a name that is none. */
export function formatNames(list: string, known: ReadonlyArray<string>): ReadonlyArray<string> {
  return namesIn(list, known, {option: '--to', thing: 'format'})
}

/** `source,jats` to what the PDF carries; `undefined` where the option is not given. Throws `Misuse` for a name that is none. */
export function attachedNames(list: string | undefined): ReadonlyArray<Attachable> | undefined {
  if (list === undefined) return undefined
  const names = new Set(namesIn(list, attachables, {option: '--attach', thing: 'attachment'}))
  return attachables.filter((name) => names.has(name))
}

function namesIn(
  list: string,
  known: ReadonlyArray<string>,
  {option, thing}: {readonly option: string; readonly thing: string}
): ReadonlyArray<string> {
  const names = list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim().toLowerCase()]))
  if (names.length === 0) throw new Misuse(`Unexpected empty ${option}, expected ${oneOf(known)}`)
  for (const name of names) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    throw new Misuse(`Unexpected ${thing} \`${name}\`, expected ${oneOf(near.length > 0 ? near : known)}`)
  }
  return [...new Set(names)]
}

/** “`html`, `jats` or `pdf`”. */
function oneOf(names: ReadonlyArray<string>): string {
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}
