import type {Expander} from './tex-expander.ts'

/**
 * Commands of LaTeX and of packages that papers load most, which Temml has not, as TeX that says the same:
 * `\mbox` and `\ensuremath` of LaTeX, `\intertext` of amsmath, `\mathds` of dsfont, `\mathbbm` of bbm, `\nicefrac` of units.
 */
export const latexCommands: Readonly<Record<string, string | ((context: Expander) => string)>> = {
  '\\ensuremath': '#1',
  '\\hfill': '\\qquad',
  '\\intertext': '\\text{#1}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\mbox': '\\text{#1}',
  '\\nicefrac': '{}^{#1}\\!/\\!_{#2}',
  '\\shortintertext': '\\text{#1}',
  '\\slashed': '\\not{#1}',
  '\\textdegree': '\\degree',
  '\\textmu': '\\text{µ}',
  '\\textsubscript': '{}_{\\text{#1}}',
  '\\textsuperscript': '{}^{\\text{#1}}',
  '\\xspace': '{}'
}
