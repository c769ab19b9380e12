import {build} from '../build.ts'
import type {Article} from '../model/article.ts'
import type {Problem} from '../model/problem.ts'
import type {Output, World, WorldError} from '../model/world.ts'
import type {Manifest, ManifestFile} from '../package/index.ts'
import {
  crateFile,
  crateLacks,
  manifestFile,
  provenanceFile,
  sha256,
  sumsFile,
  writeCrate,
  writeManifest,
  writeProvenance,
  writeSums
} from '../package/index.ts'
import {formats} from '../render/index.ts'
import {version as offprint} from '../util/version.ts'
import type {RecordedFolder} from './record.ts'
import {recorded} from './record.ts'

export {causes} from './causes.ts'
export type {Difference} from './compare.ts'
export {compare, examine} from './compare.ts'

/** What a release depends on beside its inputs. */
interface Makers {
  readonly node: string
  /** Absent where the browser does not say. */
  readonly browser?: string | undefined
}

export interface ReleaseOptions {
  readonly makers: Makers
  /** The Markdown file that is the manuscript; found by its name if absent. */
  readonly main?: string | undefined
  readonly template?: string | undefined
  /** The version wanted; an error where the front matter says another. */
  readonly as?: string | undefined
  /** The version to write whatever the front matter says: that of a release made again. */
  readonly again?: string | undefined
  readonly onStage?: ((stage: string) => void | Promise<void>) | undefined
}

export interface Released {
  readonly problems: ReadonlyArray<Problem>
  readonly failure?: WorldError | undefined
  /** `paper-1.0`, and its files, manifest and sums among them; absent where the manuscript has errors or the world failed. */
  readonly release?: {readonly name: string; readonly files: Output} | undefined
}

/**
 * Make a manuscript's release: every format the article has what it takes for, a manifest and sums. Nothing is written.
 * The same inputs and versions give the same bytes on any machine, on any day.
 */
export async function release(world: World, options: ReleaseOptions): Promise<Released> {
  const [manuscript, templates, resources] = [world.manuscript, world.templates, world.resources].map(recorded)
  if (manuscript === undefined || templates === undefined || resources === undefined) return {problems: []}
  const {main, template, onStage} = options
  const omitted: Array<Manifest['omitted'][number]> = []
  // What an earlier build kept is no input that a manifest could name.
  const fresh = {...world, manuscript, templates, resources, cache: undefined}
  const built = await build(fresh, {to: (article) => possible(article, omitted), main, template, blind: false, onStage})
  const {article, failure} = built
  const output = described(article, built.output, omitted)
  const problems = [...built.problems, ...omitted.map(omission), ...versionProblems(article, options)]
  if (article === undefined || failure !== undefined || problems.some(({severity}) => severity === 'error')) {
    return {problems, failure}
  }
  const inputs = {
    manuscript: manuscript.seen().map(fileOf),
    templates: templates.seen().map(fileOf),
    resources: resources.seen().map(fileOf)
  }
  const slug = built.slug ?? 'article'
  const version = options.again ?? options.as ?? article.meta.publication.version ?? draftVersion(inputs)
  const manifest: Manifest = {
    manifest: 1,
    slug,
    version,
    versions: await versionsOf(article, options.makers, {resources, templates}),
    inputs,
    outputs: [...output].map(fileOf),
    omitted
  }
  return {problems, release: {name: `${slug}-${fileName(version)}`, files: filesOf(output, manifest)}}
}

/** The files with a description of them all, if the article has what that must say. */
function described(article: Article | undefined, output: Output, omitted: Array<Manifest['omitted'][number]>): Output {
  if (article === undefined) return output
  const reasons = [...crateLacks(article)]
  if (reasons.length === 0) {
    return new Map([...output, [crateFile, new TextEncoder().encode(writeCrate(article, output))] as const])
  }
  omitted.push({format: 'ro-crate', reasons})
  return output
}

/** Names of the formats that the article has what it takes for; the others are noted with what they lack. */
async function possible(article: Article, omitted: Array<Manifest['omitted'][number]>): Promise<ReadonlyArray<string>> {
  const names: Array<string> = []
  for (const {name, load} of formats) {
    const {lacks} = await load()
    const reasons = lacks?.(article).map(({reason}) => reason) ?? []
    if (reasons.length === 0) names.push(name)
    else omitted.push({format: name, reasons})
  }
  return names
}

function omission({format, reasons}: Manifest['omitted'][number]): Problem {
  return {
    id: 'release-complete',
    severity: 'info',
    reason: `Cannot release \`${format}\`: the front matter lacks what it needs`,
    note: reasons.join('\n')
  }
}

function versionProblems(article: Article | undefined, {as}: ReleaseOptions): ReadonlyArray<Problem> {
  const said = article?.meta.publication.version
  if (as === undefined || said === undefined || said === as) return []
  return [
    {
      id: 'release-version',
      severity: 'error',
      reason: `Unexpected version \`${said}\` of the manuscript, expected \`${as}\``,
      place: article?.meta.places.get('publication.version'),
      note: 'Change `version` in the front matter, or release as the version it says.'
    }
  ]
}

/** A version for a manuscript that has none: the same for the same inputs, another for others. */
function draftVersion(inputs: Manifest['inputs']): string {
  return `draft-${sha256(JSON.stringify(inputs)).slice(0, 8)}`
}

/** A version as a part of a folder's name on any disk. */
function fileName(version: string): string {
  const name = version.replace(/[^\p{L}\p{N}._+-]+/gu, '-').slice(0, 60)
  return name.replace(/^[-.]+|[-.]+$/g, '') || sha256(version).slice(0, 8)
}

async function versionsOf(
  {template, csl}: Article,
  {node, browser}: Makers,
  {resources, templates}: {readonly resources: RecordedFolder; readonly templates: RecordedFolder}
): Promise<Manifest['versions']> {
  const packages = resources.seen().flatMap(([path]) => /^@fontsource\/[^/]+/.exec(path)?.[0] ?? [])
  const fonts = await Promise.all(
    [...new Set(packages)].map(async (name) => [name, await versionOf(name, resources)] as const)
  )
  const used = templates.seen().map(fileOf)
  return {
    offprint,
    node,
    browser: browser ?? null,
    fonts: Object.fromEntries(fonts),
    template: {id: template.id, sha256: sha256(writeSums(used))},
    style: csl === undefined ? null : {id: csl.id, sha256: sha256(csl.xml)}
  }
}

async function versionOf(name: string, resources: RecordedFolder): Promise<string> {
  const bytes = await resources.read(`${name}/package.json`)
  const description: unknown = bytes === undefined ? {} : JSON.parse(new TextDecoder().decode(bytes))
  const said = typeof description === 'object' && description !== null && 'version' in description
  return said ? String(description.version) : 'unknown'
}

function filesOf(output: Output, manifest: Manifest): Output {
  const written = writeManifest(manifest)
  const encoded = (text: string) => new TextEncoder().encode(text)
  const files = new Map([
    ...output,
    [manifestFile, encoded(written)] as const,
    [provenanceFile, encoded(writeProvenance(manifest, written))] as const
  ])
  const sums = writeSums([...files].map(fileOf))
  return new Map([...files, [sumsFile, new TextEncoder().encode(sums)]])
}

function fileOf([path, bytes]: readonly [path: string, bytes: Uint8Array]): ManifestFile {
  return {path, bytes: bytes.length, sha256: sha256(bytes)}
}
