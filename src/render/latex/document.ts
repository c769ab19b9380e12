import type {Article} from '../../model/article.ts'
import type {Report} from '../../model/problem.ts'
import {createTemplate} from '../html/template.ts'
import {declarations} from './characters.ts'
import {commandsFor} from './formula-commands.ts'
import {address} from './link.ts'
import {macrosOf} from './macros.ts'
import {packagesFor} from './packages.ts'

interface Options {
  /** What else LaTeX will read: the reference list. */
  readonly beside: string
  readonly report: Report
  escape(text: string): string
}

/** Where the declarations go that follow from the whole text; no text holds it, for `%` is escaped in text. */
const marks = {characters: '%%characters%%', packages: '%%packages%%'}

/** The whole file: the template filled in, then all that it must say about its own letters and formulas. */
export function document(article: Article, data: Readonly<Record<string, unknown>>, options: Options): string {
  const {report, beside} = options
  const fill = createTemplate(article.template, report, {
    escape: (value) => options.escape(String(value ?? '')),
    output: ['<<', '>>'],
    tag: ['<%', '%>'],
    filters: {
      address: (value) => address(String(value ?? '')),
      // Some classes expand what they are given before it is printed, which commands do not outlive.
      unexpanded: (value) => {
        const written = options.escape(String(value ?? ''))
        return written.includes('\\') ? `\\unexpanded{${written}}` : written
      }
    }
  })
  const text = fill('article.tex', {...data, ...marks, macros: macrosOf(article.meta)}) ?? plain(String(data['body']))
  const {lines, lacking} = declarations(text + beside)
  if (lacking.length > 0) {
    const shown = lacking.slice(0, 10).map((letter) => `\`${letter}\``)
    report({
      id: 'latex-prints',
      severity: 'warning',
      reason: `Cannot print ${shown.join(', ')}${lacking.length > shown.length ? ' and others' : ''} with pdfLaTeX`,
      note: 'XeLaTeX and LuaLaTeX print them, where a font that has them is named in the file.'
    })
  }
  const packages = [...packagesFor(text), ...commandsFor(text)]
  const whole = text
    .replace(marks.characters, () => lines.join('\n'))
    .replace(marks.packages, () => packages.join('\n'))
  return `${whole
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

/** The text alone, where the template fails. */
function plain(body: string): string {
  return `\\documentclass{article}\n\\begin{document}\n${body}\n\\end{document}`
}
