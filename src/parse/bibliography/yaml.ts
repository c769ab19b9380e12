import type {TextSource} from '../../model/manuscript.ts'
import type {Report} from '../../model/problem.ts'
import type {YamlNode} from '../../util/yaml.ts'
import {readYaml} from '../../util/yaml.ts'
import {plain} from '../../util/yaml-plain.ts'
import type {Complaint} from './complaint.ts'
import type {Found} from './found.ts'
import {markedUp} from './markdown-text.ts'

/** Read CSL-YAML: a list of items, bare or under `references:`. As in pandoc, its texts are Markdown. */
export function readYamlReferences({path, text}: TextSource, complain: Report<Complaint>): ReadonlyArray<Found> {
  // A YAML file may be framed as front matter is, which makes a second, empty document of its end.
  const framed = text.replace(/^---[ \t]*\n/, '\n').replace(/\n(?:---|\.\.\.)[ \t]*\s*$/, '\n')
  const root = readYaml({file: path, text: framed}, (finding) => complain({...finding, severity: 'error'}))
  const list = root?.kind === 'map' ? root.entries.get('references')?.value : root
  if (list?.kind !== 'list') {
    const place = root?.place ?? {file: path, start: {line: 1, column: 1}}
    complain({
      severity: 'error',
      reason: `Cannot find references in \`${path}\`, expected a list under \`references:\``,
      place
    })
    return []
  }
  return list.items.map((item) => ({value: markedUp(plain(item)), place: item.place, places: placesIn(item)}))
}

function placesIn(item: YamlNode): Found['places'] {
  if (item.kind !== 'map') return undefined
  return new Map([...item.entries].map(([name, {key}]) => [name, key]))
}
