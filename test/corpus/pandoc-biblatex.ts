import type {Library} from '../../src/model/article.ts'
import {bibliography} from '../../src/parse/bibliography/index.ts'

/** The variables in which what we read differs from what pandoc expects, one line each; none if nothing does. */
export async function differences(markdown: string): Promise<ReadonlyArray<string>> {
  const [, input = '', output = ''] = /```\n% [^\n]*\n([\s\S]*?)\n\^D\n([\s\S]*?)\n```/.exec(markdown) ?? []
  const [, yaml = output] = /---\n([\s\S]*?)\n---/.exec(output) ?? []
  const ours = await read('in.bib', input)
  const theirs = await read('out.yaml', yaml)
  const found: Array<string> = []
  for (const [key, {csl}] of theirs) {
    const [own, expected] = [fieldsOf(ours.get(key)?.csl ?? {}), fieldsOf(csl)]
    for (const name of new Set([...own.keys(), ...expected.keys()]))
      if (own.get(name) !== expected.get(name)) found.push(`${key} ${name}: ${own.get(name)} ≠ ${expected.get(name)}`)
  }
  return found
}

function read(path: string, text: string): Promise<Library> {
  return bibliography([{path, text, bytes: new Uint8Array()}], undefined, () => undefined, {sentenceCase: 'auto'})
}

/** As text that can be compared: without spans that no reader sees, quotation marks and dashes in one form. */
function fieldsOf(csl: object): ReadonlyMap<string, string> {
  return new Map(Object.entries(csl).map(([name, value]) => [name, plain(JSON.stringify(sorted(value)))]))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)])
  )
}

function plain(text: string): string {
  return text
    .replace(/<span class=\\"nocase\\">|<\/span>|<span style=[^>]*>/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]|\\"/g, '"')
    .replace(/---?|–|—/g, '-')
    .replace(/\u00A0|\u2009|\u202F|\u2006/g, ' ')
    .replace(/\\\\/g, '')
    .replace(/^"([\d.]+)"$/, '$1')
}
