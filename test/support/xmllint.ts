import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'

const crossref = resolve('../shared/corpus/crossref')
const schema = join(crossref, 'schema-0.3.1/schemas/crossref5.3.1.xsd')

/** What xmllint finds wrong with deposits by Crossref’s schema, which takes it long to read; `undefined` where it or the schema is absent. */
export async function depositFaults(deposits: ReadonlyArray<string>): Promise<ReadonlyArray<string> | undefined> {
  if (!existsSync(schema)) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'crossref-'))
  const paths = deposits.map((_, index) => join(folder, `deposit-${index + 1}.xml`))
  const env = {...process.env, XML_CATALOG_FILES: join(crossref, 'catalog.xml')}
  try {
    await Promise.all(paths.map((path, index) => writeFile(path, deposits[index] ?? '')))
    await promisify(execFile)('xmllint', ['--nonet', '--noout', '--schema', schema, ...paths], {env})
    return []
  } catch (error) {
    const {code, stderr} = error as {code: unknown; stderr: string}
    if (code === 'ENOENT') return undefined
    return stderr.split('\n').filter((line) => line.includes('error'))
  } finally {
    await rm(folder, {recursive: true})
  }
}
