import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

/** What EPUBCheck, a `.jar`, says of a book, errors and warnings alike. */
export async function epubFaults(epub: Uint8Array, jar: string): Promise<ReadonlyArray<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'epub-'))
  try {
    await writeFile(join(folder, 'paper.epub'), epub)
    const run = promisify(execFile)('java', ['-jar', jar, '-q', join(folder, 'paper.epub')], {maxBuffer: 1e8})
    const said = await run.catch((error: {stdout?: string; stderr?: string; message: string}) => error)
    // A program that did not run has found nothing, which is not the same as a sound book.
    if (said.stdout === undefined) throw new Error(`Cannot run EPUBCheck: ${'message' in said ? said.message : ''}`)
    return `${said.stdout}\n${said.stderr}`.split('\n').filter((line) => /^(FATAL|ERROR|WARNING)/.test(line))
  } finally {
    await rm(folder, {recursive: true})
  }
}
