import type {CitingSize} from './citing.ts'
import type {Stage} from './citing-stage.ts'

/** Seconds of processor time of whole programs, and what the stage takes by itself. */
export interface CitingResult extends CitingSize {
  readonly cold: number
  readonly unchanged: number
  readonly pandoc: number | undefined
  readonly stage: Stage
}

export interface CitingConditions {
  readonly rounds: number
  readonly node: string
  readonly pandoc: string | undefined
}

/** What a person reads of it. */
export function citingPage(results: ReadonlyArray<CitingResult>, {rounds, node, pandoc}: CitingConditions): string {
  return `# Citations

Made by \`npm run bench -- citations\`. Processor time (user and system) of whole programs that take turns, the least of ${rounds} rounds: Markdown and BibTeX to HTML, with the same CSL file, without the certificates that some machines have Node read at each start. Node ${node}, ${pandoc ?? 'no pandoc'}.

- **cold**: nothing is kept of any citation; compiled code is, as from the second run on.
- **unchanged**: a build after an edit that touches no citation.
- **÷ pandoc**: goal at most 2 for cold.

| style | references / citations | cold, s | unchanged, s | pandoc, s | cold ÷ pandoc | unchanged ÷ pandoc |
|---|--:|--:|--:|--:|--:|--:|
${results.map(whole).join('\n')}

The stage that resolves citations by itself, within one warm process, in milliseconds of processor time. **bare** is citeproc-js as it comes, on the same works, citations and style; **new** is our whole stage without a cache; **edited** is one changed locator with the engine kept from the build before: goal at most 20.

| style | references / citations | bare | new | new ÷ bare | unchanged | edited |
|---|--:|--:|--:|--:|--:|--:|
${results.map(alone).join('\n')}
`
}

function whole({style, references, citations, cold, unchanged, pandoc}: CitingResult): string {
  const ratio = (time: number) => (pandoc === undefined ? '–' : (time / pandoc).toFixed(1))
  const times = [cold, unchanged, pandoc].map((time) => time?.toFixed(2) ?? '–')
  return `| ${[style, `${references} / ${citations}`, ...times, ratio(cold), ratio(unchanged)].join(' | ')} |`
}

function alone({style, references, citations, stage}: CitingResult): string {
  const {bare, fresh, unchanged, edited} = stage
  const times = [bare.toFixed(0), fresh.toFixed(0), (fresh / bare).toFixed(2), unchanged.toFixed(1), edited.toFixed(1)]
  return `| ${[style, `${references} / ${citations}`, ...times].join(' | ')} |`
}
