import {describe, expect, it} from 'vitest'
import type {World} from '../../src/model/world.ts'
import {WorldError} from '../../src/model/world.ts'
import type {Manifest} from '../../src/package/index.ts'
import {readManifest, readSums, sha256} from '../../src/package/index.ts'
import {release} from '../../src/release/index.ts'
import {formats} from '../../src/render/index.ts'
import {blankPage} from '../support/blank-page.ts'
import type {Files} from '../support/manuscript.ts'
import {worldOf} from '../support/manuscript.ts'

const head = 'title: A title\nauthor: Ada Lovelace\nabstract: What it says.\nkeywords: [one, two, three]'
const good = (more = '') => `---\n${head}\n${more}\n---\n\n# A section\n\nSome text, see @euler1748.\n`
const files = {'references.bib': '@book{euler1748, author={Euler, L}, title={Introductio}, publisher={B}, year=1748}'}
const deposit =
  'doi: 10.5555/1\njournal: J\nissn: 1234-5679\ndate: 2026-01-02\nurl: https://example.org/1\npublisher: P\n' +
  'deposit: {depositor: D, email: d@example.org, registrant: P}'
const makers = {node: '20.0.0', browser: '147.0'}
const pdf = await blankPage()

interface Asked {
  readonly as?: string
  readonly again?: string
  readonly files?: Files
  readonly world?: Partial<World>
}

async function released(markdown: string, {files: more = files, world, ...options}: Asked = {}) {
  const made = await release(worldOf(markdown, more, {print: async () => pdf, ...world}), {makers, ...options})
  return {...made, manifest: made.release && manifestOf(made.release.files)}
}

function manifestOf(made: ReadonlyMap<string, Uint8Array>): Manifest {
  const manifest = readManifest(textOf(made.get('manifest.json')))
  if ('reason' in manifest) throw new Error(manifest.reason)
  return manifest
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

describe('release', () => {
  it('makes every format the article has what it takes for, a manifest and sums', async () => {
    const {release: made, manifest} = await released(good(`version: '1.0'\n${deposit}`))
    expect(made?.name).toBe('paper-1.0')
    expect(manifest?.omitted).toEqual([])
    expect(manifest?.outputs.length).toBeGreaterThanOrEqual(formats.length)
    for (const {path, bytes, sha256: sum} of manifest?.outputs ?? []) {
      expect([bytes, sum]).toEqual([made?.files.get(path)?.length, sha256(made?.files.get(path) ?? '')])
    }
    const sums = readSums(textOf(made?.files.get('SHA256SUMS')))
    expect(sums?.map(({path}) => path)).toEqual([
      ...(manifest?.outputs ?? []).map(({path}) => path),
      'manifest.json',
      'provenance.json'
    ])
  })

  it('describes itself as an RO-Crate: each file, author and address that it names is there', async () => {
    const {release: made, manifest} = await released(good(`version: '1.0'\n${deposit}\nlicense: CC-BY-4.0`))
    const {'@graph': graph} = JSON.parse(textOf(made?.files.get('ro-crate-metadata.json'))) as {
      '@graph': ReadonlyArray<Readonly<Record<string, unknown>> & {readonly '@id': string}>
    }
    const ids = graph.map((entity) => entity['@id'])
    expect(new Set(ids).size).toBe(ids.length)
    const named = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]*)"\}/g)].map((match) => match[1] ?? '')
    expect(named.filter((id) => !ids.includes(id))).toEqual(['https://w3id.org/ro/crate/1.2'])
    const root = graph.find((entity) => entity['@id'] === './') ?? {}
    const parts = (manifest?.outputs ?? []).map(({path}) => path).filter((path) => path !== 'ro-crate-metadata.json')
    expect(root).toMatchObject({
      '@type': 'Dataset',
      name: 'A title',
      description: 'What it says.',
      datePublished: '2026-01-02',
      license: {'@id': 'https://creativecommons.org/licenses/by/4.0/'},
      mainEntity: {'@id': 'https://doi.org/10.5555/1'},
      hasPart: parts.map((path) => ({'@id': path}))
    })
  })

  it('states where it comes from: digests of all that was made and read', async () => {
    const {release: made, manifest} = await released(good())
    const statement = JSON.parse(textOf(made?.files.get('provenance.json')))
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {runDetails: {builder: {id: expect.stringMatching(/^pkg:npm\/offprint@\d/)}}}
    })
    for (const {name, digest} of statement.subject)
      expect(digest.sha256, name).toBe(sha256(made?.files.get(name) ?? ''))
    expect(statement.subject).toHaveLength((manifest?.outputs.length ?? 0) + 1)
    const read = statement.predicate.buildDefinition.resolvedDependencies.map((each: {name: string}) => each.name)
    expect(read).toEqual(expect.arrayContaining(['manuscript/paper.md', 'templates/article/template.yaml']))
  })

  it('leaves out deposits that lack what a registry needs, and says so', async () => {
    const {problems, manifest} = await released(good('version: 2'))
    expect(manifest?.omitted.map(({format}) => format)).toEqual(['crossref', 'datacite', 'ro-crate'])
    expect(problems).toContainEqual(
      expect.objectContaining({severity: 'info', reason: expect.stringContaining('Cannot release `crossref`')})
    )
  })

  it('names what was read and with what it was made, and nothing of the machine or the day', async () => {
    const unread = {...files, 'notes.txt': 'unread'}
    const {manifest} = await released(good(), {files: unread, world: {now: () => new Date(1e12)}})
    expect(manifest?.inputs.manuscript.map(({path}) => path)).toEqual(['paper.md', 'references.bib'])
    expect(manifest?.inputs.templates.map(({path}) => path)).toContain('article/template.yaml')
    expect(manifest?.versions).toMatchObject({
      node: '20.0.0',
      browser: '147.0',
      fonts: {'@fontsource/stix-two-text': expect.stringMatching(/^\d+\.\d+\.\d+$/)},
      template: {id: 'article'},
      style: {id: 'ieee'}
    })
    expect(JSON.stringify(manifest)).not.toMatch(/"\/|20\d\d-\d\d-\d\d/)
  })

  it('is the same byte for byte on another day, and asks for nothing that an earlier build kept', async () => {
    const kept = {read: async () => expect.fail('read'), write: async () => undefined}
    const one = await released(good(), {world: {now: () => new Date(0)}})
    const other = await released(good(), {world: {now: () => new Date(1e12), cache: kept}})
    expect(other.release).toEqual(one.release)
  })

  it('takes its version from the front matter, else from what is read', async () => {
    const [said, draft, changed] = await Promise.all([
      released(good("version: 'v2 (final)/..'")),
      released(good()),
      released(`${good()}More.\n`)
    ])
    expect(said.release?.name).toBe('paper-v2-final')
    expect(said.manifest?.version).toBe('v2 (final)/..')
    expect(draft.release?.name).toMatch(/^paper-draft-[0-9a-f]{8}$/)
    expect(changed.release?.name).not.toBe(draft.release?.name)
  })

  it('is of the version asked for, unless the front matter says another', async () => {
    expect((await released(good(), {as: '1.1'})).release?.name).toBe('paper-1.1')
    expect((await released(good("version: '1.1'"), {as: '1.1'})).release?.name).toBe('paper-1.1')
    const {release: made, problems} = await released(good("version: '1.0'"), {as: '1.1'})
    expect(made).toBeUndefined()
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        reason: 'Unexpected version `1.0` of the manuscript, expected `1.1`',
        place: expect.objectContaining({file: 'paper.md'})
      })
    )
  })

  it('is not made where the manuscript has errors, or the world fails', async () => {
    const wrong = await released(good().replace('euler1748', 'nobody'))
    expect(wrong.release).toBeUndefined()
    expect(wrong.problems.map(({id}) => id)).toContain('citation-resolves')
    const failed = await released(good(), {world: {print: async () => Promise.reject(new WorldError('No browser'))}})
    expect(failed.release).toBeUndefined()
    expect(failed.failure?.message).toBe('No browser')
    expect((await released('')).release).toBeUndefined()
  })
})
