import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {worldOf} from '../../support/manuscript.ts'

async function text(markdown: string): Promise<string> {
  const {output} = await build(worldOf(markdown), {to: ['text']})
  return new TextDecoder().decode(output.get('paper.txt')).replaceAll('\u00A0', ' ').trim()
}

describe('LaTeX that authors write into Markdown', () => {
  it.each([
    ["Caf\\'{e}", 'Café'],
    ['G\\"{o}del, na\\"{\\i}ve', 'Gödel, naïve'],
    ['\\c{c}a \\v{S}koda Erd\\H{o}s \\k{a} \\r{A}', 'ça Škoda Erdős ą Å'],
    ['\\^{e}\\`{a}\\~{n}\\.{z}\\={u}', 'êàñżū'],
    // Markdown's escapes.
    ['\\\'e and \\"word\\"', '\'e and "word"'],
    ["\\'{word}", "'{word}"],
    ['\\c{3}', '\\c{3}']
  ])('has accents: %s', async (markdown, printed) => {
    expect(await text(markdown)).toBe(printed)
  })

  it('has descriptions', async () => {
    expect(await text('\\begin{description}\n\\item[One] The *first*.\n\\item[Two] More.\n\\end{description}')).toBe(
      'One\n    The first.\nTwo\n    More.'
    )
  })

  it('has tables over pages, their heads once', async () => {
    const head = (end: string) => `\\toprule\nA & B \\\\\n\\midrule\n${end}\n`
    const body = `\\begin{longtable}{lr}\n\\caption{Long. \\label{tbl:l}}\\\\\n${head('\\endfirsthead')}${head('\\endhead')}`
    const all = `${body}\\bottomrule\n\\endfoot\nx & 1 \\\\\n\\end{longtable}\n\nSee \\autoref{tbl:l}.`
    expect(await text(all)).toBe(
      'Table 1. Long.\n\n+---+---+\n| A | B |\n+:==+==:+\n| x | 1 |\n+---+---+\n\nSee Table 1.'
    )
  })

  it.each(['\\begin{tabularx}{\\textwidth}{lr}', '\\begin{tabular*}{5cm}{lr}'])(
    'has tables of a width: %s',
    async (begin) => {
      const name = /\{(.*?)\}/.exec(begin)?.[1]
      expect(await text(`${begin}\na & b \\\\\n\\hline\nc & d \\\\\n\\end{${name}}`)).toBe(
        '+---+---+\n| a | b |\n+:==+==:+\n| c | d |\n+---+---+'
      )
    }
  )
})
