import type {Meta} from '../../model/meta.ts'
import type {YamlEntry} from '../../util/yaml.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, flagOf, shortened, textOf, vocabulary} from './reading.ts'

const known = vocabulary({'sentence-case': 'sentencecase', 'use-prefix': 'useprefix', terms: '', fields: ''})

/** `citing: {sentence-case: auto, use-prefix: true, terms: entry}`; `undefined` if it is not given. */
export function citingOf(fields: Fields, reading: Reading): Meta['citing'] {
  const entry = fields.get('citing')
  if (entry === undefined) return undefined
  if (entry.value.kind !== 'map') {
    const reason = 'Unexpected value of `citing`, expected a map such as `{terms: entry}`'
    reading.refuse({reason, place: entry.value.place})
    return undefined
  }
  const own = fieldsOf(entry.value, known, reading)
  const prefix = own.get('use-prefix')
  return {
    sentenceCase: oneOf(own.get('sentence-case'), 'sentence-case', ['auto', 'never'], reading),
    usePrefix: prefix === undefined ? undefined : flagOf(prefix, 'use-prefix', reading),
    terms: oneOf(own.get('terms'), 'terms', ['article', 'entry'], reading),
    fields: oneOf(own.get('fields'), 'fields', ['zotero'], reading)
  }
}

function oneOf<Word extends string>(
  entry: YamlEntry | undefined,
  name: string,
  words: ReadonlyArray<Word>,
  reading: Reading
): Word | undefined {
  const written = textOf(entry, name, reading)?.trim().toLowerCase()
  const word = words.find((each) => each === written)
  if (written !== undefined && word === undefined) {
    const expected = words.map((each) => `\`${each}\``).join(' or ')
    reading.refuse({
      reason: `Unexpected \`${shortened(written)}\` as \`${name}\`, expected ${expected}`,
      place: entry?.value.place
    })
  }
  return word
}
