import {execFile} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {copyFile, mkdtemp, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'

const rules = resolve('../shared/corpus/jats/jats4r-schematron')
const xslt3 = process.env['XSLT3']

/** Whether JATS4R’s own rules and npm’s `xslt3`, which runs them, are at hand: `XSLT3=…/xslt3.js`. */
export const hasJats4r = existsSync(rules) && xslt3 !== undefined

let compiled: Promise<string> | undefined
let count = 0

/** What JATS4R calls errors in a document, or of another level: `error: …`. Its folder is left to the system. */
export async function jats4rErrors(document: string, level = 'error'): Promise<ReadonlyArray<string>> {
  compiled ??= compile()
  const folder = await compiled
  const path = join(folder, `paper-${count++}`)
  await writeFile(`${path}.xml`, document.replace(/<!DOCTYPE[^>]*>/, ''))
  const found = await transform(`${path}.xml`, join(folder, 'rules.sef.json'), `${path}.txt`)
  return found.split('\n').filter((line) => line.startsWith(level))
}

async function compile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jats4r-'))
  const stylesheet = resolve('test/support/schematron/compile.xsl')
  await transform(join(rules, 'jats4r.sch'), stylesheet, join(folder, 'rules.xsl'))
  await run([`-xsl:${join(folder, 'rules.xsl')}`, `-export:${join(folder, 'rules.sef.json')}`, '-nogo'])
  for (const name of readdirSync(rules).filter((each) => each.endsWith('.xml'))) {
    await copyFile(join(rules, name), join(folder, name))
  }
  return folder
}

async function transform(source: string, stylesheet: string, out: string): Promise<string> {
  await run([`-s:${source}`, `-xsl:${stylesheet}`, `-o:${out}`])
  return readFileSync(out, 'utf8')
}

async function run(options: ReadonlyArray<string>): Promise<void> {
  await promisify(execFile)(process.execPath, [xslt3 ?? '', ...options], {maxBuffer: 1e8})
}
