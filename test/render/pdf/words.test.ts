import {readdirSync, readFileSync} from 'node:fs'
import * as library from '@cantoo/pdf-lib'
import type {Element, ElementContent, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, it} from 'vitest'
import {build} from '../../../src/build.ts'
import {ourWords} from '../../corpus/our-words.ts'
import {wordsOf} from '../../corpus/words.ts'
import {hasBrowser, testBrowser} from '../../support/browser.ts'
import type {Files} from '../../support/manuscript.ts'
import {worldOf} from '../../support/manuscript.ts'
import {pdfText} from '../../support/pdf-text.ts'

describe.skipIf(!hasBrowser)('the words of the PDF', () => {
  const {print} = testBrowser()

  /** What pages have beside: numbers of lists, words in drawings; and lack: the heading of notes that stand at the foot of pages. */
  it.each([
    ['manuscript', [], []],
    ['test/fixtures/every-construct', ['1', '0time', '1', '2', '1', '2'], ['notes']],
    ['test/fixtures/every-field', [], []],
    ['test/fixtures/tables', [], []]
  ] as const)('are those of the article in %s, in the order of reading', async (folder, beside, lacking) => {
    const {text, shown, article} = await made(folder)
    const said = plainWords(text)
    expect(differences(said, shown)).toEqual({beside, lacking})
    // Words with hyphens of the author's own are several there.
    const known = new Set([...said, ...plainWords(text.replaceAll('-', ' '))])
    expect(plainWords(ourWords(article).join(' ')).filter((word) => !known.has(word))).toEqual([])
  })

  /** The text of the PDF, in the order of its tags; the words of the page that was printed; the article. */
  async function made(folder: string) {
    const {'paper.md': markdown = '', ...files} = filesOf(folder)
    let html = ''
    const world = worldOf(new TextDecoder().decode(markdown as Uint8Array), files, {
      print: (job) => {
        html = job.html
        return print(job)
      }
    })
    const {output, article} = await build(world, {to: ['pdf']})
    const pdf = await library.PDFDocument.load(output.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
    if (article === undefined) throw new Error('no article')
    return {text: pdfText(pdf), shown: plainWords(textOf(fromHtml(html))), article}
  }
})

/** Words that one text has beside the other, and lacks, in order: as the first that fits. */
function differences(said: ReadonlyArray<string>, shown: ReadonlyArray<string>) {
  const [beside, lacking]: [Array<string>, Array<string>] = [[], []]
  let at = 0
  for (const word of shown) {
    const next = said.indexOf(word, at)
    // A word much further on is another.
    if (next < 0 || next > at + 5) lacking.push(word)
    else {
      beside.push(...said.slice(at, next))
      at = next + 1
    }
  }
  return {beside: [...beside, ...said.slice(at)], lacking}
}

/** Words are divided at the ends of lines; letters of formulas and ligatures are letters. */
function plainWords(text: string): ReadonlyArray<string> {
  return wordsOf(
    text
      .normalize('NFKC')
      .replace(/[-\u00AD]/g, '')
      .toLowerCase()
  )
}

const blocks = new Set(
  'blockquote caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 li main nav ol p pre section table td th tr ul mi mn mo mtext'.split(
    ' '
  )
)

/** What a page shows, blocks on lines of their own. */
function textOf(node: Element | ElementContent | Root): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && /^(?:annotation|head|script|style|template)$/.test(node.tagName)) return ''
  const inner = node.children.map((child) => (child.type === 'doctype' ? '' : textOf(child))).join('')
  return node.type === 'element' && blocks.has(node.tagName) ? `\n${inner}\n` : inner
}

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}
