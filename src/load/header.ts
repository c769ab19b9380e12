import type {TextSource} from '../model/manuscript.ts'
import type {Place} from '../model/place.ts'
import {frontMatter} from '../util/front-matter.ts'
import type {YamlMap, YamlNode} from '../util/yaml.ts'
import {readYaml} from '../util/yaml.ts'

/** Text that a file of the manuscript gives as the value of a field, and where. */
export interface Named {
  readonly text: string
  readonly place: Place
}

const known = new WeakMap<TextSource, YamlMap | undefined>()

/** The top of a file's YAML: its front matter, or all of a `.yaml`. What is broken in it is `parse`'s to report. */
export function header(source: TextSource | undefined): YamlMap | undefined {
  if (source === undefined) return undefined
  if (!known.has(source)) known.set(source, read(source))
  return known.get(source)
}

function read(source: TextSource): YamlMap | undefined {
  const {yaml, yamlLine} = /\.ya?ml$/i.test(source.path) ? {yaml: source.text, yamlLine: 0} : frontMatter(source.text)
  if (yaml === undefined) return undefined
  const node = readYaml({file: source.path, text: yaml, line: yamlLine}, () => undefined)
  return node?.kind === 'map' ? node : undefined
}

/** The texts of a field, under any of its names, that holds one or a list of them; `undefined` if no header has it. The first header counts. */
export function named(headers: ReadonlyArray<YamlMap>, names: ReadonlyArray<string>): ReadonlyArray<Named> | undefined {
  const values = headers.flatMap(({entries}) => names.map((name) => entries.get(name)?.value))
  const value = values.find((node) => node !== undefined)
  return value === undefined ? undefined : texts(value)
}

function texts(node: YamlNode): ReadonlyArray<Named> {
  if (node.kind === 'map') return []
  if (node.kind === 'list') return node.items.flatMap(texts)
  return node.text.trim() === '' ? [] : [{text: node.text.trim(), place: node.place}]
}
