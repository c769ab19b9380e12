import type {Meta} from '../../model/meta.ts'
import type {Place} from '../../model/place.ts'
import type {YamlEntry, YamlScalar} from '../../util/yaml.ts'
import type {Reading} from './reading.ts'
import {scalarsOf, shortened} from './reading.ts'

/** `@key` or `@{any key}`, by pandoc's rule for keys; `*` for all. */
const citation = /@(?:\{([^{}\s]+)\}|(\*|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*))/gu

/** The keys that `nocite` lists: `@a, @b`, `@*`, or a list of keys with or without `@`. */
export function nociteOf(entry: YamlEntry | undefined, reading: Reading): Meta['nocite'] {
  return scalarsOf(entry, 'nocite', reading).flatMap((scalar) => keysOf(scalar, entry?.value.kind === 'list', reading))
}

function keysOf(scalar: YamlScalar, listed: boolean, reading: Reading): Meta['nocite'] {
  const text = scalar.prose?.text ?? scalar.text
  const found = [...text.matchAll(citation)].map((match) => {
    const key = match[1] ?? match[2] ?? ''
    return {key, place: placeOfPart(scalar, match.index, match[0].length)}
  })
  if (found.length > 0) return found
  if (listed && !/\s/.test(scalar.text.trim())) return [{key: scalar.text.trim(), place: scalar.place}]
  const reason = `Unexpected \`${shortened(scalar.text)}\` as \`nocite\`, expected keys such as \`@knuth1984\``
  reading.refuse({reason, place: scalar.place})
  return []
}

/** Where a part of a scalar's text stands; the whole scalar if its text is not in the file as it reads. */
function placeOfPart({prose, place}: YamlScalar, index: number, length: number): Place {
  if (prose === undefined) return place
  const above = prose.text.slice(0, index)
  const lineFeeds = above.split('\n').length - 1
  const before = index - (above.lastIndexOf('\n') + 1)
  const column = lineFeeds === 0 ? prose.start.column + before : prose.indent + before + 1
  const line = prose.start.line + lineFeeds
  return {file: place.file, start: {line, column}, end: {line, column: column + length}}
}
