import {readFile} from 'node:fs/promises'
import {PDFDocument} from '@cantoo/pdf-lib'
import {labelled, measureDocument} from './measure/document.ts'
import type {Measure} from './measure/measure.ts'
import {measureText} from './measure/text.ts'

// Measures pages from PDF files alone: npm run measure -- build/paper.pdf …
// Exits with 1 where something is not as it is wanted; says what could not be measured.
const paths = process.argv.slice(2)
if (paths.length === 0) {
  process.stderr.write('Unexpected lack of a file, expected `npm run measure -- build/paper.pdf`\n')
  process.exit(2)
}
let missed = 0
for (const path of paths) {
  const pdf = await PDFDocument.load(await readFile(path), {updateMetadata: false})
  const all = [...measureDocument(pdf, path), labelled(pdf), ...measureText(path)]
  process.stdout.write(`${path}, ${pdf.getPageCount()} pages\n${all.map(row).join('')}\n`)
  missed += all.filter(({holds}) => holds === false).length
}
process.exitCode = missed === 0 ? 0 : 1

function row({id, what, value, wanted, holds}: Measure): string {
  const verdict = holds === undefined ? '·' : holds ? '✓' : '✗'
  return `  ${verdict} ${id.padEnd(4)} ${what}: ${value}${wanted === '' || value === wanted ? '' : ` (wanted: ${wanted})`}\n`
}
