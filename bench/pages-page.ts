import type {PagedJs} from './paged-js.ts'
import type {Printing} from './printing.ts'

/** What was measured of one document. */
export interface PagesResult {
  readonly name: string
  readonly printed: Printing
  /** `undefined` if Paged.js did not come to an end. */
  readonly paged: Omit<PagedJs, 'pdf'> | undefined
  /** Whole commands, in seconds. */
  readonly commands: {readonly offprint: number; readonly typst: number}
}

interface Conditions {
  readonly rounds: number
  readonly chromium: string
  readonly node: string
}

/** The results as a page of Markdown. */
export function pagesPage(results: ReadonlyArray<PagesResult>, {rounds, chromium, node}: Conditions): string {
  const names = results.map(({name}) => name).join(' | ')
  const row = (title: string, cell: (result: PagesResult) => string) =>
    `| ${title} | ${results.map(cell).join(' | ')} |`
  const time = (value: number) => `${value.toFixed(2)} s`
  const times = (value: number) => `${value.toFixed(2)} ×`
  return `# Pages

Made by \`npm run bench -- pages\`: the median of ${rounds} rounds in which all take turns. Node ${node}, Chromium ${chromium}.

- **the browser’s own print**: the same page, which asks for no pages of ours, to a tagged PDF with an outline, in a browser that runs already.
- **pages and PDF made by us**: what comes on top of that print: words divided, pages made, notes at their feet; the PDF read, mended, checked and written.
- **Paged.js**: the same page with notes at the end, divided by Paged.js 0.4.3 in the same browser, which then prints it; the PDF is not mended.
- **whole commands**: from the manuscript to the PDF, cold; the same text in the language of Typst (its compiler from npm), references in APA’s style by both.

| | ${names} |
|---|${results.map(() => '--:|').join('')}
${row('pages of ours', ({printed}) => String(printed.pages))}
${row('pages of Paged.js', ({paged}) => (paged === undefined ? 'no end within two minutes' : String(paged.pages)))}
${row('the browser’s own print', ({printed}) => time(printed.own))}
${row('pages and PDF made by us, on top of it', ({printed}) => time(printed.ours - printed.own))}
${row('÷ the browser’s own print (goal: at most 1)', ({printed}) => times((printed.ours - printed.own) / printed.own))}
${row('the same in a process that has not done it before', ({printed}) => times((printed.first - printed.own) / printed.own))}
${row('Paged.js’s layout', ({paged}) => (paged === undefined ? '' : time(paged.layout)))}
${row('its print', ({paged}) => (paged === undefined ? '' : time(paged.print)))}
${row('ours ÷ Paged.js, layout and print', ({printed, paged}) =>
  paged === undefined ? '' : times(printed.ours / (paged.layout + paged.print))
)}
${row('whole command: Offprint', ({commands}) => time(commands.offprint))}
${row('whole command: Typst', ({commands}) => time(commands.typst))}
${row('Offprint ÷ Typst (goal for 300 pages: at most 1)', ({commands}) => times(commands.offprint / commands.typst))}
`
}
