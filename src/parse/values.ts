import type {TextSource} from '../model/manuscript.ts'
import type {Report} from '../model/problem.ts'
import type {YamlMap, YamlNode} from '../util/yaml.ts'
import {readYaml} from '../util/yaml.ts'
import type {Values} from './markdown/index.ts'

/** What placeholders in the text stand for, by the front matter and Quarto's `_variables.yml`. */
export function valuesOf(layers: ReadonlyArray<YamlMap>, variables: TextSource | undefined, report: Report): Values {
  const file =
    variables === undefined
      ? undefined
      : readYaml({file: variables.path, text: variables.text}, (finding) =>
          report({...finding, id: 'yaml-valid', severity: 'error'})
        )
  const maps = layers.flatMap(({entries}) => [
    entries.get('substitutions')?.value,
    inside(entries.get('myst')?.value, 'substitutions')
  ])
  return {
    meta: merged(layers),
    variables: merged(file === undefined ? [] : [file]),
    substitutions: merged(maps.filter((map) => map !== undefined))
  }
}

function inside(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined
}

/** The first that has a name holds. */
function merged(nodes: ReadonlyArray<YamlNode>): ReadonlyMap<string, string> {
  return new Map(nodes.toReversed().flatMap((node) => [...textsIn(node, '')]))
}

/** Texts by their paths: `author.name`, `keywords.1`, the first of several being number 1, and a list of texts as a whole. */
function* textsIn(node: YamlNode, path: string): Generator<readonly [string, string], void> {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (node.kind === 'scalar') yield [path, node.prose?.text ?? node.text]
  else if (node.kind === 'map') for (const [key, {value}] of node.entries) yield* textsIn(value, below(key))
  else {
    const texts = node.items.flatMap((item) => (item.kind === 'scalar' ? [item.prose?.text ?? item.text] : []))
    if (texts.length === node.items.length) yield [path, texts.join(', ')]
    for (const [index, item] of node.items.entries()) yield* textsIn(item, below(String(index + 1)))
  }
}
