import {readdirSync, readFileSync} from 'node:fs'
import {PDFDocument} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {build} from '../src/build.ts'
import type {Article, CslItem} from '../src/model/article.ts'
import {textOf} from '../src/util/text.ts'
import {textsOf} from '../src/util/texts.ts'
import {walk} from '../src/util/walk.ts'
import {readBack} from './support/citation-js.ts'
import {partsOf} from './support/docx.ts'
import type {Files} from './support/manuscript.ts'
import {worldOf} from './support/manuscript.ts'

/** What every output says of an article; what its format has no place for is absent. */
interface Truth {
  readonly title?: string | undefined
  readonly authors?: ReadonlyArray<string>
  readonly orcids?: ReadonlyArray<string>
  readonly doi?: string | undefined
  readonly abstract?: string | undefined
  readonly keywords?: ReadonlyArray<string>
  readonly licence?: string | undefined
}

type Read = (text: string) => Truth

/** What the manuscripts do not say; 10.5555 is Crossref’s prefix for examples, and no such journal exists. */
const example = {
  doi: '10.5555/offprint.example',
  journal: {title: 'Journal of Examples', issn: '1234-5679', publisher: 'Example Press'},
  date: '2025-03-09',
  url: 'https://example.org/article',
  license: 'CC-BY-4.0',
  deposit: {depositor: 'Example Press', email: 'deposits@example.org'}
}

async function print(): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  document.addPage()
  return document.save()
}

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['paper.html', fromHtml],
  ['paper.xml', fromJats],
  ['paper.docx', fromDocx],
  ['paper.epub', fromEpub],
  ['paper.pdf', fromPdf],
  ['paper.crossref.xml', fromCrossref],
  ['paper.datacite.json', fromDatacite],
  ['paper.csl.json', (text) => fromCsl((JSON.parse(text) as [CslItem])[0])],
  ['paper.bib', fromBibtex],
  ['paper.ris', (text) => fromCsl(readBack(text)[0])],
  ['CITATION.cff', fromCff],
  ['paper.plain.md', fromMarkdown],
  ['paper.txt', fromText],
  ['latex/paper.tex', fromLatex]
])
/** Crossref takes no keywords; RIS has no place for ORCIDs or licences. */
const placeless: ReadonlyMap<string, ReadonlyArray<keyof Truth>> = new Map([
  ['paper.crossref.xml', ['keywords']],
  ['paper.ris', ['orcids', 'licence']],
  // Names stand there as they are printed, which the title page of the text has too.
  ['paper.txt', ['authors']],
  ['paper.docx', ['authors']],
  ['paper.pdf', ['authors', 'orcids']],
  ['latex/paper.tex', ['authors']]
])

describe.each([
  ['the paper', 'manuscript'],
  ['every construct', 'test/fixtures/every-construct']
])('the outputs of %s', (_, folder) => {
  let output: ReadonlyMap<string, string> = new Map()
  let truth: Truth = {}
  let counts: Counts = {}
  let bytes: ReadonlyMap<string, Uint8Array> = new Map()
  let article: Article | undefined

  beforeAll(async () => {
    const {'paper.md': text = '', ...files} = filesOf(folder)
    const world = worldOf(
      new TextDecoder().decode(text as Uint8Array),
      {
        ...files,
        'offprint.yaml': JSON.stringify(example)
      },
      {print}
    )
    const made = await build(world, {
      to: [
        'html',
        'jats',
        'docx',
        'epub',
        'pdf',
        'crossref',
        'datacite',
        'csl-json',
        'bibtex',
        'ris',
        'cff',
        'markdown',
        'text',
        'latex'
      ]
    })
    const own = [...made.output].filter(([path]) => !/^latex\/(?!paper\.tex)/.test(path))
    output = new Map(own.map(([path, bytes]) => [path, textOfFile(path, bytes)]))
    bytes = made.output
    article = made.article
    truth = fromMeta(made.article)
    counts = made.article === undefined ? {} : countsIn(made.article)
  })

  it('are compared with something', () => {
    expect([...output.keys()].sort()).toEqual([...readers.keys()].sort())
    for (const part of [
      truth.title,
      truth.authors?.[0],
      truth.doi,
      truth.abstract,
      truth.keywords?.[0],
      truth.licence
    ]) {
      expect(part?.length).toBeGreaterThan(3)
    }
  })

  it('hold as many figures, tables, equations, notes and references', () => {
    expect(countsInWord(output.get('paper.docx') ?? '')).toEqual(counts)
    expect(countsInJats(output.get('paper.xml') ?? '')).toEqual(counts)
    expect(counts.references).toBeGreaterThan(0)
  })

  it('paper.pdf names authors, language and title alike in its XMP, its properties and its catalog', async () => {
    const pdf = await PDFDocument.load(bytes.get('paper.pdf') ?? new Uint8Array(), {updateMetadata: false})
    const xmp = output.get('paper.pdf') ?? ''
    const items = (name: string) => texts(inner(xmp, name)[0] ?? '', 'rdf:li')
    const names = article?.meta.authors.map(({name}) => name.display) ?? []
    expect(names.length).toBeGreaterThan(0)
    expect(items('dc:creator')).toEqual(names)
    expect(pdf.getAuthor()).toBe(names.join(', '))
    expect([...items('dc:language'), pdf.getLanguage()]).toEqual([article?.meta.language, article?.meta.language])
    expect(pdf.getTitle()).toBe(items('dc:title')[0])
    expect(pdf.getSubject()).toBe(items('dc:description')[0])
    expect(pdf.getKeywords()).toBe(texts(xmp, 'pdf:Keywords')[0])
    expect(pdf.getCreator()).toBe(texts(xmp, 'xmp:CreatorTool')[0])
  })

  it.each([...readers])(
    '%s says the same of title, authors, ORCIDs, DOI, abstract, keywords and licence',
    (path, read) => {
      const expected = Object.entries(truth).filter(([part]) => !placeless.get(path)?.includes(part as keyof Truth))
      expect(read(output.get(path) ?? '')).toEqual(Object.fromEntries(expected))
    }
  )
})

function fromMeta(article: Article | undefined): Truth {
  if (article === undefined) throw new Error('Cannot build')
  const {meta} = article
  return {
    title: [meta.title, meta.subtitle ?? []]
      .flatMap((nodes) => (nodes.length === 0 ? [] : [oneLine(textOf(nodes))]))
      .join(': '),
    authors: meta.authors.map(({name}) => inverted(name.family, [name.given, name.middle].filter(Boolean).join(' '))),
    orcids: meta.authors.flatMap(({orcid}) => orcid ?? []),
    doi: meta.publication.doi,
    abstract: letters(meta.abstract === undefined ? '' : textOf(meta.abstract)),
    keywords: meta.keywords,
    licence: meta.licence?.url
  }
}

function fromHtml(html: string): Truth {
  const contents = (name: string) =>
    [...html.matchAll(new RegExp(`<meta name="${name}" content="([^"]*)"`, 'g'))].map((match) =>
      decoded(match[1] ?? '')
    )
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  const data = JSON.parse(json) as {headline: string; alternativeHeadline?: string; abstract: string; keywords: unknown}
  expect(contents('citation_title')).toEqual([data.headline])
  expect(contents('description')).toEqual([data.abstract])
  expect(data.keywords).toEqual(contents('DC.subject'))
  return {
    title: joinedTitle([data.headline, data.alternativeHeadline]),
    authors: contents('citation_author'),
    orcids: contents('citation_author_orcid').map(bareOrcid),
    doi: contents('citation_doi')[0],
    abstract: letters(data.abstract),
    keywords: contents('DC.subject'),
    licence: contents('DC.rights')[0]
  }
}

function fromJats(xml: string): Truth {
  const front = inner(xml, 'front')[0] ?? ''
  const group = inner(front, 'title-group')[0] ?? ''
  return {
    title: joinedTitle([texts(group, 'article-title')[0], texts(group, 'subtitle')[0]]),
    authors: namesIn(front, 'surname', 'given-names'),
    orcids: texts(front, 'contrib-id').map(bareOrcid),
    doi: texts(front, 'article-id')[0],
    abstract: letters(inner(front, 'abstract').map(withoutTex).map(text)[0] ?? ''),
    keywords: texts(inner(front, 'kwd-group')[0] ?? '', 'kwd'),
    licence: texts(front, 'ali:license_ref')[0]
  }
}

interface Counts {
  readonly figures?: number
  readonly tables?: number
  readonly equations?: number
  readonly notes?: number
  readonly references?: number
}

/** What is counted in the article: what carries a number of its own, notes and works listed. */
function countsIn({body, notes, meta}: Article): Counts {
  const nodes = [...walk(textsOf({meta, body, notes}))]
  const floats = (kind: string) =>
    nodes.filter(
      (node) =>
        node.type === 'figure' && node.kind === kind && /^\d+$/.test(node.number ?? '') && node.part === undefined
    )
  return {
    figures: floats('figure').length,
    tables: floats('table').length,
    equations: nodes.filter((node) => node.type === 'math' && /^\d+$/.test(node.data?.number ?? '')).length,
    notes: notes.length,
    references: nodes.filter(({type}) => type === 'reference').length
  }
}

/** What Word counts by fields, and the notes and works that it holds. */
function countsInWord(parts: string): Counts {
  const count = (pattern: RegExp) => [...parts.matchAll(pattern)].length
  return {
    figures: count(/ SEQ Figure /g),
    tables: count(/ SEQ Table /g),
    equations: count(/ SEQ Equation /g),
    notes: count(/<w:footnote [^>]*w:id="[1-9]/g),
    references: count(/<w:pStyle w:val="Bibliography\w*"/g)
  }
}

function countsInJats(xml: string): Counts {
  const labelled = (name: string) =>
    [...xml.matchAll(new RegExp(`<${name} [^>]*><label>(?:[^<]*[^\\d<.])?\\(?\\d+\\)?</label>`, 'g'))].length
  return {
    figures: labelled('fig'),
    tables: labelled('table-wrap'),
    equations: labelled('disp-formula'),
    notes: [...xml.matchAll(/<fn id="fn-/g)].length,
    references: [...xml.matchAll(/<ref /g)].length
  }
}

/** The XMP of a PDF, which stands in it as it is. */
function fromPdf(pdf: string): Truth {
  const items = (name: string) => texts(inner(pdf, name)[0] ?? '', 'rdf:li')
  return {
    title: items('dc:title')[0],
    doi: texts(pdf, 'prism:doi')[0],
    abstract: letters(items('dc:description')[0] ?? ''),
    keywords: items('dc:subject'),
    licence: items('dc:rights')[0]?.match(/https?:\S+/)?.[0]
  }
}

/** The parts of a Word document or a book as one text. */
function textOfFile(path: string, bytes: Uint8Array): string {
  return /\.(?:docx|epub)$/.test(path) ? Object.values(partsOf(bytes)).join('\n') : new TextDecoder().decode(bytes)
}

/** The package of a book; links of its text for what that has no place for. */
function fromEpub(parts: string): Truth {
  const filed = [...parts.matchAll(/property="file-as"[^>]*>([^<]*)/g)].map((match) => decoded(match[1] ?? ''))
  return {
    title: texts(parts, 'dc:title')[0],
    authors: filed,
    orcids: [...parts.matchAll(/href="https:\/\/orcid\.org\/([^"]*)"/g)].map((match) => match[1] ?? ''),
    doi: texts(parts, 'dc:identifier')[0]?.replace(/^.*?(?=10\.)/, ''),
    abstract: letters(texts(parts, 'dc:description')[0] ?? ''),
    keywords: texts(parts, 'dc:subject'),
    licence: texts(parts, 'dc:rights')[0]
  }
}

/** Its properties; links for what they have no place for. Names stand there as they are printed. */
function fromDocx(parts: string): Truth {
  const targets = [...parts.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target = '']) => target)
  const paragraphs = (style: string) =>
    [...parts.matchAll(/<w:p>.*?<\/w:p>/gs)]
      .map(([all]) => all)
      .filter((all) => all.includes(`"${style}"`))
      .map(text)
  expect(joinedTitle([paragraphs('Title')[0], paragraphs('Subtitle')[0]])).toBe(texts(parts, 'dc:title')[0])
  return {
    title: texts(parts, 'dc:title')[0],
    orcids: targets.filter((target) => target.startsWith('https://orcid.org/')).map(bareOrcid),
    doi: texts(parts, 'dc:identifier')[0]?.replace('https://doi.org/', ''),
    abstract: letters(texts(parts, 'dc:description')[0] ?? ''),
    keywords: texts(parts, 'cp:keywords')[0]?.split('; ') ?? [],
    licence: targets.find((target) => target.startsWith('https://creativecommons.org/'))
  }
}

function fromCrossref(xml: string): Truth {
  const body = inner(xml, 'journal_article')[0] ?? ''
  return {
    title: joinedTitle([texts(body, 'title')[0], texts(body, 'subtitle')[0]]),
    authors: namesIn(body, 'surname', 'given_name'),
    orcids: texts(body, 'ORCID').map(bareOrcid),
    doi: texts(inner(body, 'doi_data')[0] ?? '', 'doi')[0],
    abstract: letters(texts(body, 'jats:abstract')[0] ?? ''),
    licence: texts(body, 'ai:license_ref')[0]
  }
}

interface Datacite {
  readonly doi: string
  readonly titles: ReadonlyArray<{readonly title: string; readonly titleType?: string}>
  readonly creators: ReadonlyArray<{
    readonly name: string
    readonly nameIdentifiers?: ReadonlyArray<{readonly nameIdentifier: string}>
  }>
  readonly descriptions: ReadonlyArray<{readonly description: string}>
  readonly subjects: ReadonlyArray<{readonly subject: string; readonly lang: string}>
  readonly language: string
  readonly rightsList: ReadonlyArray<{readonly rightsUri: string}>
}

function fromDatacite(json: string): Truth {
  const data = JSON.parse(json) as Datacite
  const own = data.titles.filter(({titleType}) => titleType === undefined || titleType === 'Subtitle')
  return {
    title: joinedTitle(own.map(({title}) => title)),
    authors: data.creators.map(({name}) => name),
    orcids: data.creators
      .flatMap(({nameIdentifiers = []}) => nameIdentifiers)
      .map((id) => bareOrcid(id.nameIdentifier)),
    doi: data.doi,
    abstract: letters(data.descriptions[0]?.description ?? ''),
    keywords: data.subjects.filter(({lang}) => lang === data.language).map(({subject}) => subject),
    licence: data.rightsList[0]?.rightsUri
  }
}

/** A record that was read as CSL-JSON; what it has no place for stays out. */
function fromCsl(item: CslItem | undefined): Truth {
  const record = item as unknown as {
    readonly title: string
    readonly author: ReadonlyArray<{readonly family: string; readonly given: string; readonly _orcid?: string}>
    readonly DOI: string
    readonly abstract: string
    readonly keyword: string
    readonly custom?: {readonly orcid?: ReadonlyArray<string>; readonly license: string}
  }
  const {custom} = record
  return {
    title: record.title,
    authors: record.author.map(({family, given}) => inverted(family, given)),
    ...(custom === undefined ? {} : {orcids: (custom.orcid ?? []).filter((orcid) => orcid !== '')}),
    doi: record.DOI,
    abstract: letters(record.abstract),
    keywords: record.keyword.split(/, ?/),
    ...(custom === undefined ? {} : {licence: custom.license})
  }
}

function fromBibtex(text: string): Truth {
  const [item] = readBack(text)
  const authors = item?.['author'] as ReadonlyArray<{readonly _orcid?: string}>
  return {
    ...fromCsl(item),
    orcids: authors.flatMap(({_orcid}) => _orcid ?? []),
    licence: /^ {2}license = \{(.*)\}$/m.exec(text)?.[1]
  }
}

interface Cff {
  readonly title: string
  readonly authors: ReadonlyArray<Readonly<Record<string, string>>>
  readonly doi: string
  readonly abstract: string
  readonly keywords: ReadonlyArray<string>
  readonly 'license-url': string
}

function fromCff(yaml: string): Truth {
  const {'preferred-citation': preferred, ...whole} = parse(yaml) as Cff & {'preferred-citation': Cff}
  const [truth, again] = [whole, preferred].map(
    (each): Truth => ({
      title: each.title,
      authors: each.authors.map((author) => inverted(author['family-names'], author['given-names'])),
      orcids: each.authors.flatMap(({orcid}) => (orcid === undefined ? [] : [bareOrcid(orcid)])),
      doi: each.doi,
      abstract: letters(each.abstract),
      keywords: each.keywords,
      licence: each['license-url']
    })
  )
  expect(again).toEqual(truth)
  return truth ?? {}
}

interface FrontMatter {
  readonly title: string
  readonly subtitle?: string
  readonly author: ReadonlyArray<Readonly<Record<string, string>>>
  readonly doi: string
  readonly abstract: string
  readonly keywords: ReadonlyArray<string>
  readonly license: string
}

function fromMarkdown(markdown: string): Truth {
  const [, yaml = ''] = /^---\n(.*?)\n---\n/s.exec(markdown) ?? []
  const data = parse(yaml) as FrontMatter
  const [, kind, version] = /^CC-(.*)-(.*)$/.exec(data.license) ?? []
  const bare = (line: string | undefined) => line?.replace(/[*]|\\(?=[^\p{L}])/gu, '')
  return {
    title: joinedTitle([bare(data.title), bare(data.subtitle)]),
    authors: data.author.map(({family, given, middle}) => inverted(family, [given, middle].filter(Boolean).join(' '))),
    orcids: data.author.flatMap(({orcid}) => orcid ?? []),
    doi: data.doi,
    abstract: letters(data.abstract),
    keywords: data.keywords,
    licence: `https://creativecommons.org/licenses/${kind?.toLowerCase()}/${version}/`
  }
}

function fromText(whole: string): Truth {
  const [head = '', rest = ''] = whole.split('\n\nAbstract\n\n')
  const [title, subtitle] = head.split('\n\n')
  const [abstract = '', keywords = ''] = rest.split('\n\nKeywords: ')
  const isSubtitle = !/orcid|^Radjabov/.test(subtitle ?? '')
  return {
    title: joinedTitle([title, isSubtitle ? subtitle : undefined]),
    orcids: [...head.matchAll(/https:\/\/orcid\.org\/(\S{19})/g)].map((match) => match[1] ?? ''),
    doi: /https:\/\/doi\.org\/(\S+)/.exec(head)?.[1],
    abstract: letters(abstract),
    keywords: (keywords.split('\n')[0] ?? '').split('; '),
    licence: /https:\/\/creativecommons\.org\/\S+/.exec(head)?.[0]
  }
}

/** What the LaTeX prints, and what it tells the PDF of its title and authors. */
function fromLatex(tex: string): Truth {
  const argument = (command: string) => new RegExp(`\\\\${command}\\{(.*)\\}$`, 'm').exec(tex)?.[1] ?? ''
  const bare = (text: string) => text.replace(/\\(?:emph|large)\b|[{}]/g, '').trim()
  const printed = [...tex.matchAll(/^\\author(?:\[[^\]]*\])?\{(.*)\}$/gm)].map((match) => match[1])
  expect(/pdfauthor=\{(.*?)\}/.exec(tex)?.[1]).toBe(printed.join(', '))
  return {
    title: joinedTitle(argument('title').split('\\\\[0.5ex]').map(bare)),
    orcids: [...tex.matchAll(/\\href\{https:\/\/orcid\.org\/(\S{19})\}/g)].map((match) => match[1] ?? ''),
    doi: /\\href\{https:\/\/doi\.org\/([^}]*)\}\{\1\}\\par/.exec(tex)?.[1],
    abstract: letters(bare(/\\begin\{abstract\}(.*)\\end\{abstract\}/s.exec(tex)?.[1] ?? '')),
    keywords: (/\\textbf\{Keywords:\} (.*)\\par/.exec(tex)?.[1] ?? '').split(', '),
    licence: /\\href\{(https:\/\/creativecommons\.org\/[^}]*)\}/.exec(tex)?.[1]
  }
}

function inverted(family: string | undefined, given: string | undefined): string {
  return `${family}, ${given}`
}

function joinedTitle(parts: ReadonlyArray<string | undefined>): string {
  return parts.filter((part) => part !== undefined).join(': ')
}

function bareOrcid(address: string): string {
  return address.replace('https://orcid.org/', '')
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}

/** Formulas are TeX in one format and MathML in another: letters and digits are the same in both. */
function letters(value: string): string {
  return value.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What stands in each element of a name. */
function inner(xml: string, name: string): ReadonlyArray<string> {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map((match) => match[1] ?? '')
}

function texts(xml: string, name: string): ReadonlyArray<string> {
  return inner(xml, name).map(text)
}

function text(xml: string): string {
  return oneLine(decoded(xml.replace(/<[^>]*>/g, '')))
}

function withoutTex(xml: string): string {
  return xml.replace(/<tex-math>.*?<\/tex-math>/gs, '')
}

function namesIn(xml: string, family: string, given: string): ReadonlyArray<string> {
  const first = texts(xml, given)
  return texts(xml, family).map((name, index) => inverted(name, first[index]))
}

function decoded(value: string): string {
  return value
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]))
}
