import * as v from 'valibot'

/** The name of the manifest in the folder of a release. */
export const manifestFile = 'manifest.json'
/** The name of the list of sums beside it. */
export const sumsFile = 'SHA256SUMS'

const text = v.string('text')
const file = object({
  path: text,
  bytes: v.number('a number'),
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'))
})
const files = v.array(file, 'a list of files')
const digested = object({id: text, sha256: text})

const schema = object({
  manifest: v.literal(1, '`1`'),
  slug: text,
  version: text,
  versions: object({
    offprint: text,
    node: text,
    browser: v.nullable(text),
    fonts: v.record(text, text),
    template: digested,
    style: v.nullable(digested)
  }),
  inputs: object({manuscript: files, templates: files, resources: files}),
  outputs: files,
  omitted: v.array(object({format: text, reasons: v.array(text)}))
})

function object<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.object(entries, `\`${Object.keys(entries).join('`, `')}\``)
}

/** What a release was made of, with what, and what came of it; nothing of the machine or the day. */
export type Manifest = Readonly<v.InferOutput<typeof schema>>

/** A file of a manifest. */
export type ManifestFile = Readonly<v.InferOutput<typeof file>>

/** The manifest as JSON, the same for the same release. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

/** A manifest, or why the text is none. */
export function readManifest(json: string): Manifest | {readonly reason: string} {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return {
      reason: `Cannot read \`${manifestFile}\` as JSON: ${error instanceof Error ? error.message : String(error)}`
    }
  }
  const {success, output, issues} = v.safeParse(schema, value)
  if (success) return output
  const [{path, message}] = issues
  const where = path?.map(({key}) => String(key)).join('.') ?? 'the whole'
  return {reason: `Unexpected \`${where}\` in \`${manifestFile}\`, expected ${message}`}
}
