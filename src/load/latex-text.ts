/** Environments whose text stands as typed. */
const verbatim = /^\s*\\(begin|end)\{(?:verbatim|lstlisting|minted)\*?\}/

/**
 * LaTeX as a text of Markdown with LaTeX in it, line for line: without comments, and without the white space that begins a
 * line, which Markdown would take for code. Quotation marks, dashes and ties become characters.
 */
export function asMarkdown(tex: string): string {
  const lines = tex.split('\n')
  let isTyped = false
  let depth = 0
  return lines
    .map((line, index) => {
      const [, edge] = verbatim.exec(line) ?? []
      if (edge !== undefined) isTyped = edge === 'begin'
      if (isTyped || edge !== undefined) return line
      depth += count(line, '\\begin{') - count(line, '\\end{')
      const bare = line.trimStart().replace(comment, '$1')
      const isHidden = bare === '' && line.trim() !== ''
      return isHidden && depth === 0 && isInside(lines, index) ? nothing : characters(bare)
    })
    .join('\n')
}

const comment = /(?<!\\)((?:\\\\)*)%.*$/

/** A line of a comment ends no paragraph in LaTeX, and an empty one would here: this prints nothing, and goes on. */
const nothing = '<span></span>'

function isInside(lines: ReadonlyArray<string>, index: number): boolean {
  return lines[index - 1]?.trim() !== '' && index > 0 && (lines[index + 1]?.trim() ?? '') !== ''
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

function characters(line: string): string {
  return line
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/(?<=[\p{L}\p{N}.)\]}])~(?=[\p{L}\p{N}\\$([])/gu, '\u00a0')
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–')
}
