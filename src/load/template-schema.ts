import * as v from 'valibot'
import type {Finding} from '../model/problem.ts'
import {nearest} from '../util/nearest.ts'
import type {YamlNode} from '../util/yaml.ts'
import {placeAt, plain} from '../util/yaml-plain.ts'
import {margins, pageFields, typeFields} from './template-layout.ts'

const text = v.pipe(v.string('text'), v.nonEmpty('text'))
const setting = v.union(
  [v.boolean(), v.number(), v.string(), v.array(v.string())],
  'text, a number, true, false or a list of texts'
)
const options = map(v.record(v.string(), setting), 'settings by name')
const severity = v.picklist(['off', 'error', 'warning', 'info'])
const rule = v.union(
  [severity, v.tuple([v.picklist(['error', 'warning', 'info']), options])],
  '`off`, `error`, `warning` or `info`, or a severity with options: `[error, {max: 250}]`'
)

/** What `template.yaml` may hold; the messages say what is expected. */
const fields = v.strictObject({
  name: v.optional(text),
  about: v.optional(text),
  extends: v.optional(text),
  style: v.optional(text),
  'number-sections': v.optional(v.boolean('true or false')),
  rules: v.optional(map(v.record(v.string(), rule), 'settings by rule')),
  page: v.optional(map(pageFields, 'fields of the page: `paper`, `margins` …')),
  type: v.optional(map(typeFields, 'fields of the text: `size`, `leading` …')),
  settings: v.optional(options),
  sources: v.optional(
    v.array(
      v.strictObject(
        {url: v.pipe(text, v.url('an address')), checked: v.pipe(text, v.isoDate('a day, such as `2026-11-22`'))},
        '`url` and `checked`'
      ),
      'a list of `{url, checked}`'
    )
  )
})

const schema = map(fields, 'fields with values')

/** `template.yaml` as it is written; what it leaves out comes from the template it extends. */
export type TemplateFields = v.InferOutput<typeof schema>

/** A list is an object to JavaScript, and not to people. */
function map<Inner extends v.GenericSchema>(inner: Inner, expected: string) {
  return v.pipe(
    v.custom<v.InferInput<Inner>>(
      (data) => typeof data === 'object' && data !== null && !Array.isArray(data),
      expected
    ),
    inner
  )
}

/** Check the data of a `template.yaml`; each thing that is not as expected is complained about and left out. */
export function templateFields(node: YamlNode, complain: (finding: Finding) => void): TemplateFields {
  const data = plain(node)
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  const paths = result.issues.map(({path}) =>
    (path ?? []).map(({key}) => (typeof key === 'number' ? key : String(key)))
  )
  for (const [index, issue] of result.issues.entries()) complain(findingOf(issue, paths[index] ?? [], node))
  const again = v.safeParse(schema, without(data, paths))
  return again.success ? again.output : {}
}

type Path = ReadonlyArray<number | string>

/** The data without what the paths lead to: a field, or the one rule, setting or source in it. */
function without(data: unknown, paths: ReadonlyArray<Path>): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {}
  const broken = new Set(paths.map((path) => JSON.stringify(path.slice(0, 2))))
  const isBroken = (...path: Path) => broken.has(JSON.stringify(path))
  const fields = Object.entries(data).filter(([key]) => !isBroken(key))
  return Object.fromEntries(
    fields.map(([key, value]: [string, unknown]) => {
      if (Array.isArray(value)) return [key, value.filter((_, index) => !isBroken(key, index))]
      if (typeof value !== 'object' || value === null) return [key, value]
      return [key, Object.fromEntries(Object.entries(value).filter(([inner]) => !isBroken(key, inner)))]
    })
  )
}

function findingOf(issue: v.BaseIssue<unknown>, path: Path, node: YamlNode): Finding {
  const place = placeAt(node, path)
  const name = path.filter((step) => typeof step === 'string').at(-1) ?? 'template'
  if (issue.expected === 'never') {
    const known = knownAt(path)
    const expected = nearest(String(name), known)
    return {reason: `Unexpected field \`${name}\``, place, expected, note: `Known are ${known.map(code).join(', ')}.`}
  }
  if (issue.received === 'undefined') return {reason: `Cannot find \`${name}\`, expected it beside the rest`, place}
  return {reason: `Unexpected value of \`${name}\`, expected ${issue.message}`, place}
}

/** The fields that stand beside the one a path leads to. */
function knownAt([first, second, third]: Path): ReadonlyArray<string> {
  if (second === undefined) return Object.keys(fields.entries)
  if (first === 'page') return Object.keys(third === undefined ? pageFields.entries : margins.entries)
  return first === 'type' ? Object.keys(typeFields.entries) : ['url', 'checked']
}

function code(name: string): string {
  return `\`${name}\``
}
