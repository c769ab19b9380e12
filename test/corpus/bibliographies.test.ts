import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Library} from '../../src/model/article.ts'
import {read} from '../parse/bibliography/reading.ts'
import {differences} from './pandoc-biblatex.ts'

const corpus = '../shared/corpus'
const isThere = existsSync(corpus)
if (!isThere) console.warn(`Skipped: no bibliographies to read in ${corpus}`)

const inBibliographies = /\/bib\/.*\.(?:bib|json|ris|ya?ml|nbib|enw)$/
const anywhere = /\.(?:bib|ris|nbib|enw)$/

describe.skipIf(!isThere)('bibliographies of others', () => {
  test('are read without a crash, each entry read or named in a problem', async () => {
    const counts = {files: 0, entries: 0, problems: 0}
    const lost: Array<string> = []
    for (const path of filesOf(corpus)) {
      const text = new TextDecoder().decode(readFileSync(path)).replace(/\r\n?/g, '\n')
      const {library, told} = await read({[path]: text})
      counts.files++
      counts.problems += told.length
      for (const {duplicates} of library.values()) counts.entries += 1 + duplicates.length
      if (path.endsWith('.bib')) lost.push(...lostOf(text, library, told).map((key) => `${path}: ${key}`))
    }
    console.table([counts])
    expect(counts.files).toBeGreaterThan(100)
    expect(lost).toEqual([])
  })

  test('are read as pandoc reads its own BibLaTeX tests, but for what is listed', async () => {
    const folder = `${corpus}/bib/jgm__pandoc/test/command`
    const files = readdirSync(folder).filter((name) => /^(?:biblatex|bibtex)-.*\.md$/.test(name))
    const differing = new Map<string, ReadonlyArray<string>>()
    for (const name of files) {
      const found = await differences(readFileSync(`${folder}/${name}`, 'utf8'))
      if (found.length > 0) differing.set(name.replace(/\.md$/, ''), found)
    }
    console.log(`pandoc's BibLaTeX tests: ${files.length - differing.size} of ${files.length} read the same`)
    const unlisted = [...differing].filter(([name]) => !reasons.has(name))
    expect(unlisted).toEqual([])
    expect([...reasons.keys()].filter((name) => !differing.has(name))).toEqual([])
  })
})

/** The keys of a file that are neither read nor named. */
function lostOf(text: string, library: Library, told: ReadonlyArray<string>): ReadonlyArray<string> {
  const entries = text.matchAll(/^@(?!comment|string|preamble|xdata)\w+\s*[{(]\s*([^\s,{}()]+)\s*,/gim)
  const keys = [...entries].map(([, key = '']) => key)
  const sets = new Set([...library.values()].flatMap((entry) => entry.sets ?? []))
  return keys.filter((key) => !library.has(key) && !sets.has(key) && !told.some((reason) => reason.includes(key)))
}

/** Why we read an entry otherwise than pandoc, by its test. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['biblatex-article', 'the title of an issue is kept, as CSL has a variable for it'],
  ['biblatex-cotton', '`\\arabic`, a command for counters that pandoc hands on to TeX, is left out'],
  ['biblatex-crossref-nested', 'a book in a multi-volume book has no other author than its own'],
  ['biblatex-edtf-date', 'the year 0 is the year before 1; `20uu`, from an old draft of EDTF, stays as typed'],
  ['biblatex-jaffe', 'redactors are kept, as contributors'],
  [
    'biblatex-kastenholz',
    'the number of an article that has no pages stands in their place, for CSL has no variable for it'
  ],
  ['biblatex-knuth-ct-b', 'a short title of a volume is none of the work whose volume it is'],
  ['biblatex-knuth-ct-d', 'a short title of a volume is none of the work whose volume it is'],
  ['biblatex-murray', '`\\arabic`, a command for counters that pandoc hands on to TeX, is left out'],
  ['biblatex-textnormal', 'CSL-JSON has no word for upright text']
])

function filesOf(folder: string): ReadonlyArray<string> {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => anywhere.test(path) || inBibliographies.test(path))
    .sort()
}
