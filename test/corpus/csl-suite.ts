import {readdirSync, readFileSync} from 'node:fs'

/** A test of the CSL project's processor suite (https://github.com/citation-style-language/test-suite). */
export interface SuiteCase {
  readonly name: string
  readonly mode: string
  readonly expected: string
  readonly style: string
  readonly items: ReadonlyArray<Readonly<Record<string, unknown>> & {readonly id: string; readonly type: string}>
  readonly citationItems?: ReadonlyArray<ReadonlyArray<{id: string}>> | undefined
  readonly citations?: ReadonlyArray<readonly [object, ReadonlyArray<unknown>, ReadonlyArray<unknown>]> | undefined
  readonly bibliographySection?: object | undefined
  readonly bibliographyEntries?: ReadonlyArray<ReadonlyArray<string>> | undefined
  readonly abbreviations?: Readonly<Record<string, unknown>> | undefined
  readonly options?: Readonly<Record<string, unknown>> | undefined
}

export function suiteOf(folder: string): ReadonlyArray<SuiteCase> {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((file) => caseOf(file.replace(/\.txt$/, ''), readFileSync(`${folder}/${file}`, 'utf8')))
}

function caseOf(name: string, text: string): SuiteCase {
  const parts = new Map<string, string>()
  for (const [, key = '', body = ''] of text.matchAll(/>>=+ ([A-Z0-9-]+) =+>>\r?\n([\s\S]*?)<<=+ \1 =+<</g))
    parts.set(key, body.replace(/^\n+|\s+$/g, ''))
  const json = (key: string) => {
    const part = parts.get(key)
    return part === undefined ? undefined : JSON.parse(part)
  }
  return {
    name,
    mode: parts.get('MODE')?.trim() ?? '',
    expected: parts.get('RESULT') ?? '',
    style: parts.get('CSL') ?? '',
    items: json('INPUT') ?? [],
    citationItems: json('CITATION-ITEMS'),
    citations: json('CITATIONS'),
    bibliographySection: json('BIBSECTION'),
    bibliographyEntries: json('BIBENTRIES'),
    abbreviations: json('ABBREVIATIONS'),
    options: json('OPTIONS')
  }
}

/** What of the engine the suite drives beyond what the product does. */
export interface SuiteEngine {
  opt: {development_extensions: Record<string, boolean>}
  updateItems(ids: ReadonlyArray<string>, nosort?: boolean): void
  makeCitationCluster(items: ReadonlyArray<object>): string
  processCitationCluster(
    cluster: object,
    before: ReadonlyArray<unknown>,
    after: ReadonlyArray<unknown>
  ): readonly [{readonly bibchange: boolean}, ReadonlyArray<readonly [number, string, string]>]
  makeBibliography(section?: object): readonly [Record<string, unknown>, ReadonlyArray<string>] | false
}

/** Run a test as the suite's own runner does; `print` makes HTML of what the engine gives. */
export function outcome(test: SuiteCase, engine: SuiteEngine, print: Print): string {
  for (const [name, value] of Object.entries(test.options ?? {}))
    if (typeof value === 'boolean') engine.opt.development_extensions[name] = value
  const nosort = test.mode === 'bibliography-nosort'
  const ids = test.items.map(({id}) => id)
  if (test.bibliographyEntries !== undefined)
    for (const each of test.bibliographyEntries) engine.updateItems(each, nosort)
  else if (test.citations === undefined) engine.updateItems(ids, nosort)
  const text = test.citations === undefined ? inOne(test, engine, print) : oneByOne(test.citations, engine, print)
  if (test.mode === 'citation') return text
  const made = engine.makeBibliography(test.bibliographySection)
  if (test.mode === 'bibliography-header') return header(made)
  return made === false ? '' : `<div class="csl-bib-body">\n${made[1].map(print.entry).join('')}</div>`
}

export interface Print {
  readonly citation: (text: string) => string
  readonly entry: (text: string) => string
}

function inOne(test: SuiteCase, engine: SuiteEngine, print: Print): string {
  if (test.mode !== 'citation') return ''
  const clusters = test.citationItems ?? [
    (test.bibliographyEntries?.at(-1) ?? test.items.map(({id}) => id)).map((id) => ({id}))
  ]
  return clusters.map((items) => print.citation(engine.makeCitationCluster(items))).join('\n')
}

function oneByOne(citations: NonNullable<SuiteCase['citations']>, engine: SuiteEngine, print: Print): string {
  const lines: Array<string> = []
  let last: ReadonlyArray<readonly [number, string, string]> = []
  for (const [index, [cluster, before, after]] of citations.entries()) {
    last = engine.processCitationCluster(cluster, before, after)[1]
    void index
    for (const [at, text] of last) lines[at] = print.citation(text)
  }
  const changed = new Set(last.map(([at]) => at))
  return lines.map((line, at) => `${changed.has(at) ? '>>' : '..'}[${at}] ${line}`).join('\n')
}

function header(made: readonly [Record<string, unknown>, ReadonlyArray<string>] | false): string {
  if (made === false) return ''
  const [parameters] = made
  const lines = Object.entries(parameters)
    .filter(([name]) => !['bibliography_errors', 'bibend', 'bibstart', 'done', 'entry_ids'].includes(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
  return lines.sort().join('\n')
}
