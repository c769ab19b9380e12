// Every word of the manuscript's body stands in the PDF, in order: node .ci/words.js paper.pdf paper.md
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'

const [pdf, markdown] = process.argv.slice(2)
const wordsOf = (text) => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

const printed = wordsOf(execFileSync('pdftotext', ['-raw', pdf, '-'], {encoding: 'utf8'}).replace(/[-\u00AD]\n/g, ''))
const body = readFileSync(markdown, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
const written = wordsOf(body.replace(/\{[^}]*\}/g, ''))

let from = 0
const missing = written.filter((word) => {
  const at = printed.indexOf(word, from)
  // Page numbers and running heads come between; a word further off than those is not the next one. The front comes first.
  if (at === -1 || (from > 0 && at > from + 60)) return true
  from = at + 1
  return false
})
console.log(`${written.length} words written, ${missing.length} not found in order: ${missing.slice(0, 10).join(' ')}`)
// A line may end in a hyphen that was the author's own, which reads as one word.
process.exitCode = missing.length > written.length / 200 ? 1 : 0
