import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import type {Output} from '../../src/model/world.ts'

const run = promisify(execFile)

/** What LaTeX made of a file, and what it complained of: errors, undefined references, letters that no font has. */
export interface Compiled {
  readonly faults: ReadonlyArray<string>
  /** The text of the pages, as pdftotext reads it. */
  readonly text: string
}

const complaints = /^!|undefined|multiply defined|Missing character|has been referenced but does not exist/i

/** Whether a program of TeX is at hand; it is said where it is not. */
export async function has(program: string): Promise<boolean> {
  const found = await run(program, ['--version']).then(
    () => true,
    () => false
  )
  if (!found) console.warn(`LaTeX is not compiled: ${program} is not installed`)
  return found
}

/** Compile the one `.tex` file of an output in a folder that holds nothing else. */
export async function compile(output: Output, engine: '-lualatex' | '-pdf' | '-xelatex' = '-pdf'): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), 'latex-'))
  try {
    for (const [path, bytes] of output) {
      await mkdir(dirname(join(folder, path)), {recursive: true})
      await writeFile(join(folder, path), bytes)
    }
    const cwd = join(folder, 'latex')
    const arguments_ = [engine, '-halt-on-error', '-interaction=nonstopmode', '-norc', 'paper.tex']
    // The test runner sets MODE, which names a printer to METAFONT.
    const {MODE: _, ...env} = process.env
    const ended = await run('latexmk', arguments_, {cwd, env, maxBuffer: 2 ** 26, timeout: 100_000}).then(
      () => [],
      (error: Error) => [`latexmk: ${error.message.slice(0, 200)}`]
    )
    const log = await readFile(join(cwd, 'paper.log'), 'latin1').catch(() => '! no log')
    const faults = log.split('\n').filter((line) => complaints.test(line) && !/Font shape|rerunfilecheck/.test(line))
    const text = await run('pdftotext', ['-enc', 'UTF-8', 'paper.pdf', '-'], {cwd, maxBuffer: 2 ** 26}).then(
      ({stdout}) => stdout,
      () => ''
    )
    return {faults: [...ended, ...faults], text}
  } finally {
    await rm(folder, {recursive: true})
  }
}
