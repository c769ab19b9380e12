import type {CslItem} from '../../model/article.ts'

/** Items of one type that have the same fields: conditions of a style that ask for no more treat them alike. */
export interface ItemClass {
  readonly number: number
  readonly type: string
  /** Fields that are there beyond doubt: of dates, the engine may find nothing in what is written. */
  readonly certain: ReadonlySet<string>
  /** Those, and fields that may be there. */
  readonly possible: ReadonlySet<string>
}

/** Whether a condition holds for all items of a class; `undefined` where that takes more than the class. */
type Condition = (of: ItemClass) => boolean | undefined

/** Fields that are in an item or are not: the engine neither derives nor renames them. */
export const plainFields: ReadonlySet<string> = new Set(
  `DOI ISBN ISSN PMCID PMID URL abstract accessed annote archive archive-place archive_collection archive_location author
  available-date call-number chair chapter-number collection-editor collection-number collection-title compiler composer
  container-author container-title contributor curator dimensions director division edition editor editorial-director event
  event-date event-place event-title executive-producer genre guest host illustrator interviewer issue issued keyword medium
  narrator number number-of-pages number-of-volumes organizer original-author original-date original-publisher
  original-publisher-place original-title page part-number part-title performer printing-number producer publisher
  publisher-place recipient references reviewed-author reviewed-genre reviewed-title scale script-writer section
  series-creator source status submitted supplement-number title translator version volume volume-title`.split(/\s+/)
)

/** The classes of items; `undefined` where the engine may change the type of one. */
export function classesOf(items: Iterable<CslItem>): ReadonlyArray<ItemClass> | undefined {
  const classes = new Map<string, ItemClass>()
  for (const item of items) {
    const noted = fieldsInNote(item['note'])
    if (typeof item.type !== 'string' || item.type === '' || noted.includes('type')) return undefined
    const possible = [...Object.keys(item), ...noted].filter((field) => plainFields.has(field)).sort()
    const certain = possible.filter((field) => isCertain(item[field]))
    const name = [item.type, ...possible, '', ...certain].join('\n')
    if (classes.has(name)) continue
    const fields = {certain: new Set(certain), possible: new Set(possible)}
    classes.set(name, {number: classes.size, type: item.type, ...fields})
  }
  return [...classes.values()]
}

/** What the engine may take for a field in a note: `{:field: value}`, or a line of its own (`CSL.NOTE_FIELD_REGEXP`). */
function fieldsInNote(note: unknown): ReadonlyArray<string> {
  return Array.from(String(note ?? '').matchAll(/(?:\{:|^)([-_a-z]+|[A-Z]+):/gm), ([, field = '']) => field)
}

/** Whether the engine's condition finds a field with this value, whatever the engine makes of it. */
function isCertain(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(Boolean)
  if (typeof value !== 'object' || value === null) return Boolean(value)
  const parts: unknown = 'date-parts' in value ? value['date-parts'] : undefined
  const year: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? parts[0][0] : undefined
  return Boolean(Number.parseInt(String(year), 10))
}

/** The condition of a branch. */
export function conditionOf(attrs: Readonly<Record<string, string>>): Condition {
  const {match = 'all', ...tests} = attrs
  const conditions = Object.entries(tests).flatMap(([name, value]) => conditionsOf(name, wordsOf(value)))
  const outcomes = (of: ItemClass) => conditions.map((condition) => condition(of))
  if (conditions.length === 0) return unsettled
  switch (match) {
    case 'all':
      return (of) => every(outcomes(of), true)
    case 'any':
      return (of) => not(every(outcomes(of), false))
    case 'none':
      return (of) => every(outcomes(of), false)
    default:
      return unsettled
  }
}

const unsettled: Condition = () => undefined

/** As the engine composes them: one of all types, one of each variable (citeproc-js, `CSL.Attributes`). */
function conditionsOf(name: string, words: ReadonlyArray<string>): ReadonlyArray<Condition> {
  switch (name) {
    case 'type':
      return [({type}) => words.includes(type)]
    case 'variable':
      return words.map((word) => (of) => isThere(word, of))
    case 'is-numeric':
      return words.map((word) => (of) => isThere(word, of) && undefined)
    default:
      return [unsettled]
  }
}

function isThere(field: string, {certain, possible}: ItemClass): boolean | undefined {
  if (!plainFields.has(field)) return undefined
  if (!possible.has(field)) return false
  return certain.has(field) ? true : undefined
}

/** Whether all are this one; one that is the other decides it, whatever is not known. */
function every(outcomes: ReadonlyArray<boolean | undefined>, wanted: boolean): boolean | undefined {
  if (outcomes.includes(!wanted)) return false
  return outcomes.includes(undefined) ? undefined : true
}

function not(outcome: boolean | undefined): boolean | undefined {
  return outcome === undefined ? undefined : !outcome
}

function wordsOf(text: string): ReadonlyArray<string> {
  return text.split(/\s+/).filter((word) => word !== '')
}
