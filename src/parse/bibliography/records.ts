import type {TextSource} from '../../model/manuscript.ts'
import type {Place} from '../../model/place.ts'
import type {Report} from '../../model/problem.ts'
import {placesOf} from './bibtex/cursor.ts'
import type {Complaint} from './complaint.ts'

/** A record of a format of lines with tags; a tag may come more than once. */
export interface TaggedRecord {
  readonly tags: ReadonlyMap<string, ReadonlyArray<string>>
  readonly text: string
  readonly place: Place
}

/** How a format writes its lines and where its records begin. */
export interface TaggedFormat {
  /** Two groups: the tag and the rest of the line. */
  readonly line: RegExp
  /** The tag that begins a record. */
  readonly first: string
  /** The tag that ends one, if any. */
  readonly last?: string | undefined
}

/** Split a file of tagged lines into records; lines without a tag continue the one above. Complains about text outside records. */
export function recordsOf(
  {path, text}: TextSource,
  format: TaggedFormat,
  complain: Report<Complaint>
): ReadonlyArray<TaggedRecord> {
  const places = placesOf(path, text)
  const splitting: Splitting = {format, records: [], current: undefined, values: undefined, stray: undefined}
  let at = 0
  for (const line of text.split('\n')) {
    readLine(splitting, line, at)
    at += line.length + 1
  }
  const {stray, records} = splitting
  if (stray !== undefined) {
    const place = places.between(stray, stray + 1)
    complain({reason: `Unexpected text outside a record, expected one that begins with \`${format.first}\``, place})
  }
  return records.map(({tags, from, to}) => ({tags, text: text.slice(from, to), place: places.between(from, to)}))
}

interface OpenRecord {
  readonly tags: Map<string, Array<string>>
  readonly from: number
  to: number
}

interface Splitting {
  readonly format: TaggedFormat
  readonly records: Array<OpenRecord>
  current: OpenRecord | undefined
  /** What the next line may continue. */
  values: Array<string> | undefined
  /** Where the first text outside records stands. */
  stray: number | undefined
}

function readLine(splitting: Splitting, line: string, at: number): void {
  const {format, records} = splitting
  const [, tag, rest = ''] = format.line.exec(line) ?? []
  if (tag === format.first) {
    splitting.current = {tags: new Map(), from: at, to: at}
    records.push(splitting.current)
  }
  const {current} = splitting
  if (current === undefined) {
    if (line.trim() !== '') splitting.stray ??= at
    return
  }
  splitting.values = add(current.tags, tag, rest.trim(), line.trim(), splitting.values)
  if (line.trim() !== '') current.to = at + line.length
  if (tag !== undefined && tag === format.last) splitting.current = undefined
}

/** Add a line to a record; gives the values that the next line may continue. */
function add(
  tags: Map<string, Array<string>>,
  tag: string | undefined,
  rest: string,
  line: string,
  values: Array<string> | undefined
): Array<string> | undefined {
  if (tag === undefined) {
    if (values !== undefined && line !== '') values.push(`${values.pop() ?? ''} ${line}`.trim())
    return values
  }
  const list = tags.get(tag) ?? []
  tags.set(tag, list)
  list.push(rest)
  return list
}
