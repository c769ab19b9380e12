import type {Manifest, ManifestFile} from './manifest.ts'
import {manifestFile} from './manifest.ts'
import {sha256} from './sums.ts'

/** The name of the statement of provenance in the folder of a release. */
export const provenanceFile = 'provenance.json'

/**
 * Where a release comes from, as an in-toto Statement v1 with SLSA provenance v1 (https://slsa.dev/spec/v1.0/provenance):
 * what was made, by its digests, of what, with what. It is not signed, and says neither day nor machine.
 */
export function writeProvenance(manifest: Manifest, written: string): string {
  const {offprint, node, browser, fonts, template, style} = manifest.versions
  const builder = `pkg:npm/offprint@${offprint}`
  const inputs = Object.entries(manifest.inputs).flatMap(([folder, files]) =>
    files.map((file) => subject(file, `${folder}/`))
  )
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      ...manifest.outputs.map((file) => subject(file)),
      {name: manifestFile, digest: {sha256: sha256(written)}}
    ],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: `${builder}#release`,
        externalParameters: {slug: manifest.slug, version: manifest.version, template, style},
        resolvedDependencies: inputs
      },
      runDetails: {builder: {id: builder, version: {offprint, node, browser: browser ?? 'unknown', ...fonts}}}
    }
  }
  return `${JSON.stringify(statement, undefined, 2)}\n`
}

function subject({path, sha256: sum}: ManifestFile, folder = '') {
  return {name: `${folder}${path}`, digest: {sha256: sum}}
}
