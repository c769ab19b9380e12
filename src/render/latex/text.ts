import {cyrillicRuns} from './characters.ts'
import {escaped, escapedCode} from './escape.ts'

/** How text is written; what is not in the script of the article is put into the encoding that holds it. */
export interface Script {
  /** The article's own language is written in Cyrillic. */
  readonly cyrillic: boolean
}

/** Text as LaTeX prints it. */
export function latexText(text: string, script: Script): string {
  return inScript(text, script, escaped)
}

/** Text of code, in its own lines. */
export function latexCode(text: string, script: Script): string {
  return inScript(text, script, escapedCode)
}

const latinRuns = /\p{Script=Latin}+/gu

function inScript(text: string, {cyrillic}: Script, write: (part: string) => string): string {
  const [runs, command] = cyrillic ? [latinRuns, 'inlatin'] : [cyrillicRuns, 'incyrillic']
  let written = ''
  let end = 0
  for (const {index, 0: run} of text.matchAll(runs)) {
    if (cyrillic && !/[^A-Za-z]/.test(run)) continue
    written += `${write(text.slice(end, index))}\\${command}{${write(run)}}`
    end = index + run.length
  }
  return written + write(text.slice(end))
}
