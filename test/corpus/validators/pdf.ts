import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {missing} from '../../support/latex.ts'
import {runs} from './runs.ts'
import type {Validator} from './validator.ts'
import {bytesOf} from './validator.ts'

const run = promisify(execFile)

/** qpdf on the syntax, poppler on fonts and words. */
export const pdf: Validator = {
  name: 'pdf',
  async absent() {
    const programs = ['qpdf', 'pdffonts', 'pdftotext']
    const found = await Promise.all(programs.map((program) => runs(program, '--version')))
    const lacking = programs.filter((_, index) => found[index] === false)
    return lacking.length === 0 ? undefined : `not installed: ${lacking.join(', ')}`
  },
  async findings(made) {
    const folder = await mkdtemp(join(tmpdir(), 'pdf-'))
    const path = join(folder, 'paper.pdf')
    try {
      await writeFile(path, bytesOf(made, 'pdf'))
      const options = {maxBuffer: 2 ** 26}
      const checked = await run('qpdf', ['--check', path]).then(
        () => [],
        (error: {stderr: string}) => error.stderr.split('\n').filter((line) => line !== '')
      )
      const {stdout: fonts} = await run('pdffonts', [path], options)
      const {stdout: text} = await run('pdftotext', ['-raw', path, '-'], options)
      const lost = missing(made.article, text.replace(/[-\u00AD]\n/g, '')).filter((word) => !isParted(word, text))
      return [...checked, ...wrongFonts(fonts), ...lost.map((word) => `lost: ${word}`)]
    } finally {
      await rm(folder, {recursive: true})
    }
  }
}

/** Whether a word is divided where something comes between: a running head, notes, a figure. */
function isParted(word: string, text: string): boolean {
  const small = text.toLowerCase()
  return Array.from({length: Math.max(0, word.length - 3)}, (_, index) => index + 2).some((at) =>
    new RegExp(`${word.slice(0, at)}[-\u00AD]\\n(?:[^\\n]*\\n){1,40}\\f?${word.slice(at)}`, 'u').test(small)
  )
}

/** Columns counted from the end: emb sub uni object ID. */
function wrongFonts(table: string): ReadonlyArray<string> {
  const rows = table.trimEnd().split('\n').slice(2)
  return rows.filter((row) => /Type 3/.test(row) || row.trim().split(/\s+/).at(-5) !== 'yes')
}
