import type {Licence} from '../../model/meta.ts'
import type {YamlEntry} from '../../util/yaml.ts'
import type {Fields, Reading} from './reading.ts'
import {fieldsOf, textOf, vocabulary} from './reading.ts'

const known = vocabulary(
  {text: 'statement name title', type: 'id spdx content', url: 'link href', code: ''},
  'open-access free CC'
)

/** Other licences that articles and their code bear, by SPDX id. */
const others: ReadonlyMap<string, string> = new Map([
  ['apache-2.0', 'Apache-2.0'],
  ['bsd-3-clause', 'BSD-3-Clause'],
  ['cc0', 'CC0-1.0'],
  ['cc0-1.0', 'CC0-1.0'],
  ['gpl-3.0', 'GPL-3.0-only'],
  ['mit', 'MIT']
])

/** Read a licence: an SPDX id, a name such as “CC BY 4.0”, an address, or `{type, url, text}`. */
export function licenceOf(entry: YamlEntry | undefined, reading: Reading): Licence | undefined {
  if (entry === undefined) return undefined
  if (entry.value.kind === 'map') return ofFields(fieldsOf(entry.value, known, reading), reading)
  const text = textOf(entry, 'license', reading)
  return text === undefined ? undefined : ofText(text)
}

function ofFields(fields: Fields, reading: Reading): Licence | undefined {
  const {text, type, url} = {
    text: textOf(fields.get('text'), 'text', reading),
    type: textOf(fields.get('type'), 'type', reading),
    url: textOf(fields.get('url'), 'url', reading)
  }
  const read = [type, url, text].flatMap((each) => (each === undefined ? [] : [ofText(each)]))
  const best = read.find(({spdx}) => spdx !== undefined) ?? read[0]
  return best === undefined ? undefined : {...best, url: url ?? best.url, text: text ?? best.text}
}

function ofText(text: string): Licence {
  const isAddress = /^https?:\/\//i.test(text)
  const spdx = creativeCommons(text) ?? others.get(text.toLowerCase())
  const url = spdx === undefined ? (isAddress ? text : undefined) : addressOf(spdx)
  return {spdx, url, text: isAddress || spdx !== undefined ? undefined : text}
}

/** The id that a name or address of a Creative Commons licence stands for; version 4.0 where none is said. */
function creativeCommons(text: string): string | undefined {
  const address = /creativecommons\.org\/(licenses\/([a-z-]+)|publicdomain\/zero)\/(\d\.\d)/i.exec(text)
  if (address !== null) {
    const [, kind = '', parts, version] = address
    return kind.startsWith('public') ? `CC0-${version}` : `CC-${parts?.toUpperCase()}-${version}`
  }
  const name = /^CC[-\s]?BY((?:[-\s](?:NC|ND|SA))*)(?:[-\s]v?(\d\.\d))?$/i.exec(text.trim())
  if (name === null) return undefined
  const [, conditions = '', version = '4.0'] = name
  return `CC-BY${conditions.toUpperCase().replace(/\s/g, '-')}-${version}`
}

function addressOf(spdx: string): string {
  const cc = /^CC-(BY[A-Z-]*)-(\d\.\d)$/.exec(spdx)
  if (cc !== null) return `https://creativecommons.org/licenses/${cc[1]?.toLowerCase()}/${cc[2]}/`
  if (spdx === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/'
  return `https://spdx.org/licenses/${spdx}.html`
}
