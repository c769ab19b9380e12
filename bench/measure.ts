import {parseArgs} from 'node:util'
import {measureCorpus, printHead} from './measure/corpus.ts'
import {measureFile} from './measure/file.ts'
import type {Measure} from './measure/measure.ts'

// Measures pages from PDF files alone: npm run measure -- build/paper.pdf …
// `--words build/paper.html` compares the words, `--again other.pdf` the bytes of another build.
// `--corpus` builds documents in templates (`--templates article,proceedings,two-column`) and measures these.
// Exits with 1 where something is not as it is wanted; says what could not be measured.
const {values, positionals: paths} = parseArgs({
  allowPositionals: true,
  options: {words: {type: 'string'}, again: {type: 'string'}, corpus: {type: 'boolean'}, templates: {type: 'string'}}
})
if (values.corpus === true) {
  printHead()
  process.exit((await measureCorpus((values.templates ?? 'article,proceedings,two-column').split(','))) ? 0 : 1)
}
if (paths.length === 0) {
  process.stderr.write('Unexpected lack of a file, expected `npm run measure -- build/paper.pdf`\n')
  process.exit(2)
}
let missed = 0
for (const path of paths) {
  const {pages, all} = await measureFile(path, values)
  process.stdout.write(`${path}, ${pages} pages\n${all.map(row).join('')}\n`)
  missed += all.filter(({holds}) => holds === false).length
}
process.exitCode = missed === 0 ? 0 : 1

function row({id, what, value, wanted, holds}: Measure): string {
  const verdict = holds === undefined ? '·' : holds ? '✓' : '✗'
  return `  ${verdict} ${id.padEnd(4)} ${what}: ${value}${wanted === '' || value === wanted ? '' : ` (wanted: ${wanted})`}\n`
}
