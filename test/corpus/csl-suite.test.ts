import {existsSync, readdirSync, readFileSync} from 'node:fs'
import type {PhrasingContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import {createEngine} from '../../src/enrich/citations/engine.ts'
import {kinds} from '../../src/enrich/citations/format.ts'
import {engineItem} from '../../src/enrich/citations/items.ts'
import type {Piece} from '../../src/enrich/citations/tree.ts'
import {phrasingOf, piecesOf} from '../../src/enrich/citations/tree.ts'
import {attributesOf} from '../../src/model/attributes.ts'
import type {Print, SuiteCase, SuiteEngine} from './csl-suite.ts'
import {outcome, suiteOf} from './csl-suite.ts'

const corpus = '../shared/corpus/csl'
const present = existsSync(`${corpus}/test-suite/humans`)
if (!present) console.warn('Skipped: the CSL processor suite is not here')

const locales = new Map(
  present
    ? readdirSync(`${corpus}/locales`)
        .filter((name) => name.endsWith('.xml'))
        .map((name) => [
          name.slice('locales-'.length, -'.xml'.length),
          readFileSync(`${corpus}/locales/${name}`, 'utf8')
        ])
    : []
)

/** Bare citeproc-js, with its own HTML. */
async function bare(test: SuiteCase): Promise<string> {
  const {default: csl} = await import('citeproc')
  const items = new Map(test.items.map((item) => [String(item.id), item]))
  const sys = {
    retrieveLocale: (tag: string) => locales.get(tag) ?? locales.get('en-US') ?? '',
    retrieveItem: (id: string) => structuredClone(items.get(String(id)) ?? {}),
    getAbbreviation: abbreviator(test)
  }
  // Ours may have left its own order behind.
  Reflect.deleteProperty(csl, 'stringCompare')
  const engine = new csl.Engine(sys, test.style)
  return outcome(test, engine as unknown as SuiteEngine, {citation: (text) => text, entry: (text) => text})
}

/** Our engine, our data, our tree, printed as citeproc-js prints HTML. */
async function ours(test: SuiteCase): Promise<string> {
  const options = {language: 'en-US', formula: (tex: string) => `$${tex}$`}
  const items = new Map(
    test.items.map((item) => {
      const key = String(item.id)
      return [key, engineItem({key, csl: item, duplicates: []}, options)]
    })
  )
  const style = {id: test.name, xml: test.style, locales}
  const {engine} = await createEngine({style, language: 'en-US', forced: false, items, entryTerms: false})
  Object.assign(engine.sys, {getAbbreviation: abbreviator(test)})
  engine.opt.development_extensions['wrap_url_and_doi'] = false
  return outcome(test, engine as unknown as SuiteEngine, print)
}

function abbreviator({abbreviations}: SuiteCase) {
  return (
    _style: unknown,
    found: Record<string, Record<string, Record<string, string>>>,
    place: string,
    kind: string,
    key: string
  ) => {
    const value = (abbreviations as Record<string, Record<string, Record<string, string>>> | undefined)?.[place]?.[
      kind
    ]?.[key]
    found[place] ??= {}
    found[place][kind] ??= {}
    if (value !== undefined) (found[place][kind] as Record<string, string>)[key] = value
    return place
  }
}

const print: Print = {
  citation: (text) => html(piecesOf(text)),
  entry: (text) => `  <div class="csl-entry">${html(piecesOf(text))}</div>\n`
}

/** Displays are the entry's layout, all else the tree. */
function html(pieces: ReadonlyArray<Piece>): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'object') {
        if (piece.kind === kinds.block) return `\n\n    <div class="csl-block">${html(piece.pieces)}</div>\n`
        if (piece.kind === kinds.left) return `\n    <div class="csl-left-margin">${html(piece.pieces)}</div>`
        if (piece.kind === kinds.right) return `<div class="csl-right-inline">${html(piece.pieces)}</div>\n  `
        if (piece.kind === kinds.indent) return `<div class="csl-indent">${html(piece.pieces)}</div>\n  `
      }
      return phrasingOf([piece], {restore: (_number, children) => children, entry: () => undefined})
        .map(nodeHtml)
        .join('')
    })
    .join('')
}

const plain: Readonly<Record<string, string>> = {
  'no-bold': 'font-weight:normal;',
  'no-italic': 'font-style:normal;',
  'no-script': 'baseline',
  'no-smallcaps': 'font-variant:normal;',
  'no-underline': 'text-decoration:none;',
  smallcaps: 'font-variant:small-caps;',
  underline: 'text-decoration:underline;'
}

function nodeHtml(node: PhrasingContent): string {
  if (node.type === 'text') return escaped(node.value)
  const inner = 'children' in node ? node.children.map(nodeHtml).join('') : ''
  if (node.type === 'emphasis') return `<i>${inner}</i>`
  if (node.type === 'strong') return `<b>${inner}</b>`
  if (node.type === 'superscript') return `<sup>${inner}</sup>`
  if (node.type === 'subscript') return `<sub>${inner}</sub>`
  if (node.type === 'span') return `<span style="${plain[attributesOf(node).classes[0] ?? '']}">${inner}</span>`
  return inner
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&#38;')
    .replace(/</g, '&#60;')
    .replace(/>/g, '&#62;')
    .replace(/ {2}/g, '\u00A0 ')
    .replace(/[ªº\p{Lm}\u00B2\u00B3\u00B9\u2070-\u207F]/gu, (letter) => `<sup>${letter.normalize('NFKD')}</sup>`)
}

async function tried(test: SuiteCase, run: (test: SuiteCase) => Promise<string>): Promise<string> {
  try {
    return (await run(test)).trim()
  } catch {
    return 'threw'
  }
}

describe.skipIf(!present)('the CSL processor suite', () => {
  it('comes out of our own path as out of bare citeproc-js', async () => {
    const cases = suiteOf(`${corpus}/test-suite/humans`)
    const different: Array<string> = []
    const counts = {bare: 0, ours: 0}
    for (const test of cases) {
      const [theirs, own] = [await tried(test, bare), await tried(test, ours)]
      if (theirs === test.expected.trim()) counts.bare++
      if (own === test.expected.trim()) counts.ours++
      if (theirs !== own) different.push(test.name)
    }
    console.info(
      `CSL suite: ${cases.length} tests pass ${counts.bare} times bare citeproc-js, ${counts.ours} times ours`
    )
    expect(counts.bare).toBeGreaterThan(cases.length * 0.9)
    expect(counts.ours).toBeGreaterThanOrEqual(counts.bare)
    expect(different).toEqual([])
  }, 300_000)
})
