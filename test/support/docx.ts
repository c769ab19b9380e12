import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {unzipSync} from 'fflate'

const run = promisify(execFile)

/** The text parts of a Word document, by path, with no space before the end of an empty element. */
export function partsOf(docx: Uint8Array): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(docx)).filter(([path]) => /\.(?:xml|rels)$/.test(path))
  return Object.fromEntries(
    entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes).replaceAll(' />', '/>')])
  )
}

/** What Microsoft’s validator finds wrong, by the strictest of the versions it knows. */
export async function documentFaults(docx: Uint8Array, validator: string): Promise<ReadonlyArray<string>> {
  return inFolder(docx, async (path) => {
    const said = await run(validator, [path]).catch((error: {stdout: string}) => error)
    const {errors} = JSON.parse(said.stdout) as {errors: ReadonlyArray<{description: string; xPath: string | null}>}
    return errors.map(({description, xPath}) => `${description} ${xPath ?? ''}`)
  })
}

/** The text as LibreOffice reads it; `undefined` where there is no LibreOffice. */
export async function textByOffice(docx: Uint8Array): Promise<string | undefined> {
  return inFolder(docx, async (path, folder) => {
    const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--outdir', folder]
    try {
      await run('soffice', [...options, '--convert-to', 'txt:Text (encoded):UTF8', path])
    } catch (error) {
      if ((error as {code: unknown}).code === 'ENOENT') return undefined
      throw error
    }
    return readFile(join(folder, 'paper.txt'), 'utf8')
  })
}

async function inFolder<T>(docx: Uint8Array, use: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'docx-'))
  const path = join(folder, 'paper.docx')
  try {
    await writeFile(path, docx)
    return await use(path, folder)
  } finally {
    await rm(folder, {recursive: true})
  }
}
