/** The medians of one manuscript, in seconds; without pandoc where it is not installed. */
export interface Medians {
  readonly manuscript: string
  readonly html: number
  readonly both: number
  /** Node and Chromium alone print the finished HTML. */
  readonly floor: number
  /** Node alone, and then Chromium alone with its own `--print-to-pdf`: absent where a browser knows no such thing. */
  readonly apart?: number | undefined
  readonly pandoc?: number | undefined
  readonly pandocPrinted?: number | undefined
}

export interface Conditions {
  readonly rounds: number
  readonly node: string
  readonly chromium: string
  readonly pandoc: string | undefined
  readonly processors: number
}

/** A page in Markdown that the README may quote: ratios first, for only they travel to other machines. */
export function page(all: ReadonlyArray<Medians>, conditions: Conditions): string {
  const {rounds, node, chromium, pandoc, processors} = conditions
  return `# How fast

Made by \`npm run bench\`. Every program starts cold, as its own process, without the certificates that some machines have Node read at each start; programs take turns over ${rounds} rounds; medians.
Node ${node}, Chromium ${chromium}, ${pandoc ?? 'no pandoc'}, ${processors} processors, which other work may share: only the ratios travel.

- **floor**: bare Node, which starts Chromium and has it print the finished HTML over a pipe: nothing can be quicker.
${all.some(({apart}) => apart !== undefined) ? floorApart : ''}- **pandoc**: to HTML with \`--citeproc\`, the same CSL style, MathML, all in one file; then printed by the same Chromium.

| ratio | ${all.map(({manuscript}) => manuscript).join(' | ')} |
|---|${all.map(() => '--:|').join('')}
${row('HTML and PDF ÷ floor', all, ({both, floor}) => both / floor)}${row('HTML and PDF ÷ floor, apart', all, ({both, apart}) => apart && both / apart)}${row('HTML ÷ pandoc’s HTML', all, ({html, pandoc: peer}) => peer && html / peer)}${row('HTML and PDF ÷ pandoc’s, printed', all, ({both, pandocPrinted}) => pandocPrinted && both / pandocPrinted)}
| seconds | ${all.map(({manuscript}) => manuscript).join(' | ')} |
|---|${all.map(() => '--:|').join('')}
${row('Offprint: HTML and PDF', all, ({both}) => both)}${row('Offprint: HTML', all, ({html}) => html)}${row('pandoc: HTML', all, (each) => each.pandoc)}${row('pandoc: HTML, printed', all, ({pandocPrinted}) => pandocPrinted)}${row('floor', all, (each) => each.floor)}${row('floor, apart', all, (each) => each.apart)}`
}

const floorApart = `- **floor, apart**: the start of bare Node, and then Chromium with \`--print-to-pdf\` on the finished HTML, as a person would type it.
`

/** A line of a table with its end; none where nothing was measured. */
function row(name: string, all: ReadonlyArray<Medians>, value: (each: Medians) => number | undefined): string {
  const values = all.map(value)
  if (values.every((each) => each === undefined)) return ''
  return `| ${name} | ${values.map((each) => each?.toFixed(2) ?? '–').join(' | ')} |\n`
}
