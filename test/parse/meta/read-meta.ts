import type {Meta} from '../../../src/model/meta.ts'
import type {Finding} from '../../../src/model/problem.ts'
import {metaOf} from '../../../src/parse/meta/index.ts'
import {readYaml} from '../../../src/util/yaml.ts'

export interface MetaReading {
  readonly meta: Meta
  readonly found: ReadonlyArray<Finding>
  /** `line:column reason` each. */
  readonly told: ReadonlyArray<string>
}

/** Read metadata from YAML, with Markdown taken as it stands: one paragraph of one text. */
export function readMeta(...layers: ReadonlyArray<string>): MetaReading {
  const found: Array<Finding> = []
  const note = (finding: Finding) => void found.push(finding)
  const maps = layers.flatMap((text) => {
    const node = readYaml({file: 'paper.md', text}, note)
    return node?.kind === 'map' ? [node] : []
  })
  const meta = metaOf(
    maps,
    {file: 'paper.md', start: {line: 1, column: 1}},
    {
      refuse: note,
      wonder: note,
      markdown: ({text}) => ({
        type: 'root',
        children: [{type: 'paragraph', children: [{type: 'text', value: text.trim()}]}]
      }),
      places: new Map()
    }
  )
  return {meta, found, told: found.map(({place, reason}) => `${place?.start?.line}:${place?.start?.column} ${reason}`)}
}

/** A value without fields that are `undefined`, `false` or empty, and without places: what a test is about. */
export function bare(value: unknown): unknown {
  if (value instanceof Map) return bare(Object.fromEntries(value))
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, each]) => {
    const simple = bare(each)
    return key === 'place' || isNothing(simple) ? [] : [[key, simple] as const]
  })
  return Object.fromEntries(kept)
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === false) return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
