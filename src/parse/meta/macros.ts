import type {YamlEntry, YamlNode} from '../../util/yaml.ts'
import type {Reading} from './reading.ts'
import {shortened} from './reading.ts'

/** TeX macros, `\R: \mathbb{R}`; the backslash of the name may be left out, and MyST's `{macro: …}` stand for the text. */
export function macrosOf(entry: YamlEntry | undefined, reading: Reading): ReadonlyMap<string, string> {
  if (entry === undefined) return new Map()
  if (entry.value.kind !== 'map') {
    const reason = `Unexpected ${entry.value.kind === 'list' ? 'list' : 'text'} as \`macros\`, expected macros by name`
    reading.refuse({reason, place: entry.value.place, note: 'Write `macros:` and beneath it `\\R: \\mathbb{R}`.'})
    return new Map()
  }
  const macros = [...entry.value.entries].map(([name, {key, value}]) => {
    const command = name.startsWith('\\') ? name : `\\${name}`
    const body = bodyOf(value)
    if (/^\\(?:[A-Za-z]+|.)$/u.test(command) && body !== undefined) return [command, body] as const
    reading.refuse({reason: `Unexpected macro \`${shortened(name)}\`, expected a TeX command and its text`, place: key})
    return undefined
  })
  return new Map(macros.filter((macro) => macro !== undefined))
}

function bodyOf(node: YamlNode): string | undefined {
  if (node.kind === 'scalar') return node.text
  const macro = node.kind === 'map' ? node.entries.get('macro')?.value : undefined
  return macro?.kind === 'scalar' ? macro.text : undefined
}
