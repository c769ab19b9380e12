/** What of the engine reads numbers: volumes, pages, locators; of the one version that is installed. */
interface Reading {
  readonly Engine: {readonly prototype: {processNumber: Read}}
}

/** Reads the number that a field holds, and styles it as a token says if there is one. */
type Read = (this: State, token: object | false | undefined, item: Fields | undefined, field: string) => void
type Fields = Readonly<Record<string, unknown>>

interface State {
  readonly opt: {readonly lang: string}
  readonly tmp: {
    readonly shadow_numbers: Record<string, Entry>
    readonly just_looking?: boolean
    cite_renders_content: boolean
  }
}

/** What has been read of a field; `labelForm` may have been given by a label as well. */
interface Entry {
  values: ReadonlyArray<Part>
  labelForm?: unknown
  [property: string]: unknown
}

interface Part {
  /** Whether a condition may change it afterwards. */
  readonly gotosleepability?: boolean
}

/** What a field is once it has been read, styled and restyled in one order, and what can follow. */
interface Stage {
  readonly entry: Entry
  /** Whether reading it counts as printing something. */
  readonly renders: boolean
  readonly next: Stages
}

/** By the token that styles, if one does: as it is printed, and as it is only looked at. */
type Stages = Map<unknown, [printed?: Stage | undefined, seen?: Stage | undefined]>

interface Memo {
  readonly starts: Map<string, Stages>
  /** Of which stage parts are. */
  readonly stages: WeakMap<ReadonlyArray<Part>, Stage>
}

const memos = new WeakMap<object, Memo>()
const hastened = new WeakSet<object>()

/** Have an engine read equal numbers once, and those that are not there not at all. It prints the same. */
export function readOnce(engine: object, csl: object): void {
  memos.set(engine, {starts: new Map(), stages: new WeakMap()})
  if (hastened.has(csl)) return
  hastened.add(csl)
  const {prototype} = (csl as Reading).Engine
  const {processNumber} = prototype
  prototype.processNumber = function (token, item, field) {
    const memo = memos.get(this)
    const known = this.tmp.shadow_numbers[field]
    const next = memo && followers(memo, this, known, item, field)
    if (memo === undefined || next === undefined) return processNumber.call(this, token, item, field)
    const stages = next.get(token || undefined) ?? []
    next.set(token || undefined, stages)
    const at = this.tmp.just_looking ? 1 : 0
    const stage = stages[at]
    if (stage === undefined) {
      stages[at] = read(memo, this, field, () => processNumber.call(this, token, item, field))
      return
    }
    const values = stage.entry.values.map((part) => ({...part}))
    this.tmp.shadow_numbers[field] = {...known, ...stage.entry, values}
    memo.stages.set(values, stage)
    if (stage.renders) this.tmp.cite_renders_content = true
  }
}

/** What has followed on the state in which a field is; `undefined` where that is not known. */
function followers(
  {starts, stages}: Memo,
  {opt: {lang}}: State,
  known: Entry | undefined,
  item: Fields | undefined,
  field: string
): Stages | undefined {
  if (known !== undefined && known.values.length > 0) return stages.get(known.values)?.next
  // Given in several languages.
  if (item?.['multi'] !== undefined) return undefined
  const value = item?.[field]
  const given = typeof value === 'string' || typeof value === 'number' ? `${typeof value} ${value}` : ''
  const key = [lang, field, item?.['label'], item?.['type'] === 'legal_case', given].join('\n')
  const found = starts.get(key) ?? new Map()
  starts.set(key, found)
  return found
}

/** Have a field read, and keep what comes of it; `undefined` if that may still change. */
function read({stages}: Memo, {tmp}: State, field: string, reading: () => void): Stage | undefined {
  const before = tmp.shadow_numbers[field]
  const formOfLabel = before?.labelForm
  const rendered = tmp.cite_renders_content
  if (before !== undefined) before.labelForm = undefined
  tmp.cite_renders_content = false
  reading()
  const renders = tmp.cite_renders_content
  tmp.cite_renders_content ||= rendered
  const entry = tmp.shadow_numbers[field]
  if (entry === undefined) return undefined
  const {labelForm, labelDecorations: _, labelCapitalizeIfFirst: __, ...own} = entry
  entry.labelForm ??= formOfLabel
  const values = own.values.map((part) => ({...part}))
  if (values.some(({gotosleepability: isOpen}) => isOpen)) return undefined
  const made = labelForm === undefined ? {...own, values} : {...own, labelForm, values}
  const stage = {entry: made, renders, next: new Map()}
  stages.set(entry.values, stage)
  return stage
}
