import fc from 'fast-check'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {parse} from 'yaml'
import {build} from '../../src/build.ts'
import {formats} from '../../src/render/index.ts'
import {escaped, framed, payload, seen} from '../support/hostile.ts'
import {worldOf} from '../support/manuscript.ts'
import {unzipped} from '../support/unzipped.ts'

/** Formats whose files are text, or a parcel of it. */
const named = formats.map(({name}) => name).filter((name) => name !== 'pdf')

/** Fields of the front matter that hold text, and whether that is Markdown; `*` is where the text goes. */
const fields: ReadonlyArray<readonly [field: string, isMarkdown: boolean, shape: (text: string) => object]> = [
  ['title', true, (title) => ({title})],
  ['subtitle', true, (subtitle) => ({subtitle})],
  ['short-title', true, (text) => ({'short-title': text})],
  ['abstract', true, (abstract) => ({abstract})],
  ['plain-summary', true, (text) => ({'plain-summary': text})],
  ['highlights', true, (text) => ({highlights: [text]})],
  ['keywords', true, (text) => ({keywords: [text]})],
  ['given', false, (given) => ({author: [{given, family: 'Example'}]})],
  ['family', false, (family) => ({author: [{given: 'Ada', family}]})],
  ['suffix', false, (suffix) => ({author: [{given: 'Ada', family: 'Example', suffix}]})],
  ['group', false, (name) => ({author: [{name: `{${name}}`, group: true}]})],
  ['position', false, (position) => ({author: [{given: 'Ada', family: 'Example', position}]})],
  ['biography', false, (biography) => ({author: [{given: 'Ada', family: 'Example', biography}]})],
  ['note', false, (note) => ({author: [{given: 'Ada', family: 'Example', note}]})],
  ['institution', false, (name) => ({affiliations: [{id: 'a', name}]})],
  ['city', false, (city) => ({affiliations: [{id: 'a', name: 'University', city}]})],
  ['country', false, (country) => ({affiliations: [{id: 'a', name: 'University', country}]})],
  ['translated title', true, (title) => ({translations: {uz: {title}}})],
  ['translated abstract', true, (abstract) => ({translations: {uz: {abstract}}})],
  ['translated keywords', true, (text) => ({translations: {uz: {keywords: [text]}}})],
  ['licence', false, (text) => ({license: {text}})],
  ['copyright', false, (holder) => ({copyright: {holder, year: 2025}})],
  ['journal', false, (title) => ({journal: {title, issn: '1234-5679', publisher: 'P'}})],
  ['publisher', false, (publisher) => ({journal: {title: 'J', issn: '1234-5679', publisher}})],
  ['volume', false, (volume) => ({volume})],
  ['pages', false, (text) => ({'first-page': text})],
  ['doi', false, (doi) => ({doi})],
  ['url', false, (url) => ({url})],
  ['udc', false, (udc) => ({udc})],
  ['subjects', false, (text) => ({subjects: [text]})],
  ['funder', false, (funder) => ({funding: [{funder, awards: ['1']}]})],
  ['award', false, (award) => ({funding: [{funder: 'F', awards: [award]}]})],
  ['conference', false, (name) => ({conference: {name}})],
  ['related', false, (target) => ({related: [{relation: 'preprint', target}]})],
  ['version', false, (version) => ({version})],
  ['competing-interests', true, (text) => ({'competing-interests': text})],
  ['acknowledgements', true, (text) => ({acknowledgements: text})],
  ['literal name', false, (name) => ({author: [{name: `{${name}}`}]})],
  ['middle', false, (middle) => ({author: [{given: 'Ada', middle, family: 'Example'}]})],
  ['particle', false, (particle) => ({author: [{given: 'Ada', particle, family: 'Example'}]})],
  ['prefix', false, (prefix) => ({author: [{given: 'Ada', prefix, family: 'Example'}]})],
  ['degrees', false, (degrees) => ({author: [{given: 'Ada', family: 'Example', degrees}]})],
  ['email', false, (email) => ({author: [{given: 'Ada', family: 'Example', corresponding: true, email}]})],
  ['orcid', false, (orcid) => ({author: [{given: 'Ada', family: 'Example', orcid}]})],
  ['web page', false, (url) => ({author: [{given: 'Ada', family: 'Example', url}]})],
  ['identifier', false, (isni) => ({author: [{given: 'Ada', family: 'Example', isni}]})],
  ['present address', false, (text) => ({author: [{given: 'Ada', family: 'Example', 'present-address': text}]})],
  ['name in a script', false, (family) => ({author: [{given: 'Ada', family: 'E', names: {ru: {given: 'A', family}}}]})],
  ['department', false, (department) => ({affiliations: [{id: 'a', name: 'University', department}]})],
  ['address', false, (address) => ({affiliations: [{id: 'a', name: 'University', address}]})],
  ['region', false, (region) => ({affiliations: [{id: 'a', name: 'University', region}]})],
  ['postcode', false, (postcode) => ({affiliations: [{id: 'a', name: 'University', postcode}]})],
  ['ror', false, (ror) => ({affiliations: [{id: 'a', name: 'University', ror}]})],
  ['translated institution', false, (n) => ({affiliations: [{id: 'a', name: 'U', translations: {uz: {name: n}}}]})],
  ['translated subtitle', true, (subtitle) => ({translations: {uz: {title: 'T', subtitle}}})],
  ['abbreviation of the journal', false, (abbreviation) => ({journal: {title: 'J', issn: '1234-5679', abbreviation}})],
  ['issn', false, (issn) => ({journal: {title: 'J', issn, publisher: 'P'}})],
  ['isbn', false, (isbn) => ({isbn})],
  ['issue', false, (issue) => ({issue})],
  ['title of the issue', false, (text) => ({'issue-title': text})],
  ['supplement', false, (supplement) => ({supplement})],
  ['last page', false, (text) => ({'first-page': '1', 'last-page': text})],
  ['elocation', false, (elocation) => ({elocation})],
  ['address of the PDF', false, (text) => ({'pdf-url': text})],
  ['type', false, (text) => ({'article-type': text})],
  ['code', false, (text) => ({msc: [text]})],
  ['identifier of the article', false, (arxiv) => ({arxiv})],
  ['funder’s id', false, (text) => ({funding: [{funder: 'F', 'funder-id': text}]})],
  ['statement of funding', true, (funding) => ({funding})],
  ['acronym', false, (acronym) => ({conference: {name: 'C', acronym}})],
  ['sponsor', false, (sponsor) => ({conference: {name: 'C', sponsor}})],
  ['licence’s address', false, (url) => ({license: {url}})],
  ['year of the copyright', false, (year) => ({copyright: {holder: 'A', year}})],
  ['depositor', false, (depositor) => ({deposit: {depositor, email: 'd@example.org', registrant: 'R'}})],
  ['supplementary material', false, (title) => ({supplementary: [{url: 'https://example.org/s', title}]})],
  ['work reviewed', true, (text) => ({products: [text]})],
  ['support', false, (text) => ({support: [text]})],
  ['own field', false, (text) => ({custom: {name: text}})],
  ['name of an own field', false, (text) => ({custom: {[text]: 'x'}})],
  ['meaning of an abbreviation', false, (text) => ({abbreviations: {Text: text}})],
  ['macro', false, (text) => ({macros: {'\\R': text}})]
]

/** Places of the body. */
const places: ReadonlyArray<readonly [place: string, write: (text: string) => string]> = [
  ['paragraph', (text) => text],
  ['heading', (text) => `# ${text}\n\nText.`],
  ['emphasis', (text) => `*a${text}a*`],
  ['list', (text) => `- ${text}`],
  ['quotation', (text) => `> ${text}`],
  ['table', (text) => `| a |\n|---|\n| ${text} |\n\n: Counts.`],
  ['caption', (text) => `![${text}](a.png){#fig:a}`],
  ['note', (text) => `A note.[^n]\n\n[^n]: ${text}`],
  ['definition', (text) => `Term\n:   ${text}`],
  ['link', (text) => `[${text}](https://example.org)`]
]

const whole = {
  title: 'A title',
  author: [{given: 'Ada', family: 'Example', affiliation: 'a'}],
  affiliations: [{id: 'a', name: 'University'}],
  journal: {title: 'J', issn: '1234-5679', publisher: 'P'},
  date: '2025-03-09',
  doi: '10.5555/1',
  url: 'https://example.org/1',
  deposit: {depositor: 'D', email: 'd@example.org', registrant: 'R'}
}

function withField(shape: (text: string) => object, text: string): string {
  return `---\n${JSON.stringify({...whole, ...shape(text)})}\n---\n\nText.\n`
}

interface Outcome {
  /** By path of the output, all that it says, decoded. */
  readonly said: ReadonlyMap<string, string>
  readonly reasons: string
}

async function made(markdown: string): Promise<Outcome> {
  const {output, problems, failure} = await build(worldOf(markdown, {'a.png': ''}), {to: named})
  expect(failure).toBeUndefined()
  const files = [...output].flatMap(([path, bytes]) =>
    /\.(?:epub|docx)$/.test(path)
      ? [...unzipped(bytes)].map(([inner, each]) => [`${path}/${inner}`, each] as const)
      : [[path, bytes] as const]
  )
  const said = files.flatMap(([path, bytes]) => {
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    const words = wordsOf(path, text)
    return words === undefined ? [] : [[path, words] as const]
  })
  return {said: new Map(said), reasons: problems.map(({reason, note}) => `${reason} ${note}`).join('\n')}
}

/** Read a file as its format is read; throws if it is none. */
function wordsOf(path: string, text: string): string | undefined {
  // Word's relations hold addresses, as browsers would write them.
  if (path.endsWith('.rels')) return fromXml(text) && undefined
  if (/\.(?:xml|xhtml|opf|ncx)$/.test(path)) return wordsOfTree(fromXml(text))
  if (path.endsWith('.html')) return unescaped(wordsOfTree(fromHtml(text)))
  if (path.endsWith('.json')) return strings(JSON.parse(text))
  if (path.endsWith('.cff')) return strings(parse(text))
  if (path.endsWith('.plain.md')) return strings(parse(/^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '')) + text
  if (path.endsWith('.ris')) {
    for (const line of text.replace(/\r\n$/, '').split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
    return text
  }
  if (/\.(?:bib|bbl|tex)$/.test(path)) {
    // In a bibliography a percent sign begins no comment.
    expect(depth(path.endsWith('.bib') ? text : text.replace(/(?<!\\)%.*/g, '')), path).toBe(0)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: TeX refuses them
    expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/)
    return undefined
  }
  return /\.(?:txt|md)$/.test(path) ? text : undefined
}

/** Letters that JSON in a page writes by their numbers. */
function unescaped(text: string): string {
  return text.replace(/\\u([\da-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** How many braces are open at the end; -1 if one closes that is not open. */
function depth(tex: string): number {
  let open = 0
  for (const [brace] of tex.replace(/\\[\\{}]/g, '').matchAll(/[{}]/g)) {
    open += brace === '{' ? 1 : -1
    if (open < 0) return -1
  }
  return open
}

function wordsOfTree(tree: Parameters<typeof visit>[0]): string {
  const parts: Array<string> = []
  visit(tree, (node) => {
    if ('value' in node && typeof node.value === 'string') parts.push(node.value)
    const own = 'attributes' in node ? node.attributes : 'properties' in node ? node.properties : {}
    parts.push(...Object.values(own as Record<string, unknown>).map(String))
  })
  return parts.join('\n')
}

function strings(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flat().map(strings).join('\n')
  return String(value)
}

/** Outputs in which a plain word in the place is found. */
async function holders(write: (text: string) => string): Promise<ReadonlyArray<string>> {
  const {said} = await made(write(framed('word')))
  return [...said].flatMap(([path, text]) => (seen(text).includes(framed('word')) ? [path] : []))
}

async function survives(write: (text: string) => string, isMarkdown: boolean): Promise<void> {
  const expected = await holders(write)
  await fc.assert(
    fc.asyncProperty(payload, async (text) => {
      const {said, reasons} = await made(write(framed(isMarkdown ? escaped(text) : text)))
      const lost = expected.filter((path) => !seen(said.get(path) ?? '').includes(seen(framed(text))))
      if (!reasons.includes('Qalpha')) expect(lost).toEqual([])
    }),
    {numRuns: 8, seed: 3}
  )
}

describe('hostile text', () => {
  it.each(fields)(
    'in the field `%s` leaves every output well-formed, and survives or is reported',
    async (_, isMarkdown, shape) => {
      await survives((text) => withField(shape, text), isMarkdown)
    }
  )

  it.each(places)('in the %s leaves every output well-formed, and survives', async (_, write) => {
    await survives((text) => `---\n${JSON.stringify(whole)}\n---\n\n${write(text)}\n`, true)
  })
})
