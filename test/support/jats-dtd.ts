import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

/** Where the DTD of Journal Publishing lies, where it is at hand. */
export const dtd = (version: string) =>
  `../shared/corpus/jats/dtd/${version}/JATS-journalpublishing${version.replace('.', '-')}-mathml3.dtd`

/** What xmllint finds wrong with documents; `undefined` where it or the DTD is absent. */
export async function invalidity(
  documents: ReadonlyArray<string>,
  version = '1.3'
): Promise<ReadonlyArray<string> | undefined> {
  if (!existsSync(dtd(version))) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'jats-'))
  const paths = documents.map((_, index) => join(folder, `paper-${index}.xml`))
  try {
    await Promise.all(paths.map((path, index) => writeFile(path, documents[index] ?? '')))
    const {stderr} = await promisify(execFile)(
      'xmllint',
      ['--nonet', '--noout', '--dtdvalid', dtd(version), ...paths],
      {
        maxBuffer: 1e8
      }
    ).catch((error: {code: unknown; stderr: string}) => (error.code === 'ENOENT' ? {stderr: undefined} : error))
    return stderr?.split('\n').filter((line) => line.includes('error'))
  } finally {
    await rm(folder, {recursive: true})
  }
}
