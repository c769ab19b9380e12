import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {sectioned} from '../../src/render/docx/turned.ts'
import {w} from '../../src/render/docx/xml.ts'
import {xmlOf} from '../../src/render/epub/xhtml.ts'
import {partsOf} from '../support/docx.ts'
import {worldOf} from '../support/manuscript.ts'

/** The smallest picture. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
const table = (rows: number, rest: string) =>
  `| A | B |\n|---|---|\n${Array.from({length: rows}, () => '| a | b |').join('\n')}\n\n: A table. {#tbl:a${rest}}\n`
const figure = '![A figure.](p.png){#fig:a .sideways alt=x width=24cm height=3cm}\n'
const division = `::: {.landscape}\nA remark.\n\n${table(2, '')}:::\n`

async function made(body: string, to: string, path: string, front = ''): Promise<string> {
  const world = worldOf(`---\ntitle: T\nauthor: Ada Marsh\n${front}---\n\n${body}`, {'p.png': dot})
  const {output} = await build(world, {to: [to]})
  const bytes = output.get(path) ?? new Uint8Array()
  return to === 'docx' ? (partsOf(bytes)['word/document.xml'] ?? '') : new TextDecoder().decode(bytes)
}

describe('what is turned in LaTeX', () => {
  const latex = (body: string, template = 'article') =>
    made(body, 'latex', 'latex/paper.tex', `template: ${template}\n`)

  it.each([
    ['a table', table(3, ' .landscape'), 'article', ['sidewaystable'], ['rotating']],
    ['a table in two columns', table(3, ' .landscape'), 'ieeetran', ['sidewaystable*'], ['rotating']],
    ['a figure', figure, 'article', ['sidewaysfigure'], ['rotating']],
    [
      'a table that is higher than a turned page',
      table(25, ' .landscape'),
      'article',
      ['landscape', 'longtable'],
      ['pdflscape']
    ],
    ['a division', division, 'article', ['landscape', 'table'], ['pdflscape']],
    ['a division in two columns, its floats one by one', division, 'revtex', ['sidewaystable*'], ['rotating']],
    [
      'a float that stands on a turned page already',
      division.replace('#tbl:a', '#tbl:a .landscape'),
      'article',
      ['landscape', 'table'],
      ['pdflscape']
    ],
    ['nothing that is not told to', table(25, ''), 'article', ['table'], []]
  ])('is %s', async (_, body, template, environments, packages) => {
    const tex = await latex(body, template)
    const begun = [...tex.matchAll(/\\begin\{((?:sideways|landscape|longtable|table|figure)[a-z]*\*?)\}/g)]
    expect(begun.map(([, name]) => name)).toEqual(environments)
    expect(['rotating', 'pdflscape'].filter((name) => tex.includes(`\\usepackage{${name}}`))).toEqual(packages)
  })

  it('never leaves a float to a page of its own among pages that lie, where it would be turned back', async () => {
    expect(await latex(division)).toContain('\\begin{table}[!htb]')
    expect(await latex(`${division}\n${table(2, '').replace('tbl:a', 'tbl:b')}`)).toContain('\\begin{table}[tbp]')
  })
})

it('is what LaTeX calls so, and landscape in JATS', async () => {
  const tabular = '\\begin{tabular}{ll}\nx & y \\\\\n1 & 2\n\\end{tabular}'
  const body = [
    `\\begin{sidewaystable}\n\\caption{T}\\label{tbl:t}\n${tabular}\n\\end{sidewaystable}`,
    '\\begin{sidewaysfigure*}\n\\includegraphics{p.png}\n\\caption{F}\\label{fig:f}\n\\end{sidewaysfigure*}',
    `\\begin{table}\n\\caption{U}\\label{tbl:u}\n${tabular}\n\\end{table}`
  ].join('\n\n')
  const jats = await made(body, 'jats', 'paper.xml')
  const floats = [...jats.matchAll(/<(?:fig|table-wrap) [^>]*>/g)].map(([tag]) => tag)
  expect(floats).toEqual([
    '<table-wrap id="tbl-t" orientation="landscape">',
    '<fig id="fig-f" orientation="landscape">',
    '<table-wrap id="tbl-u">'
  ])
  // What stands in a division that lies does, whatever stands between.
  const within = await made(
    `::: {.landscape}\n::: {.note}\n${figure.replace(' .sideways', '')}\n:::\n\n${table(2, '')}\n| a |\n|---|\n| b |\n:::\n\n${table(2, '').replace('#tbl:a', '#tbl:b')}`,
    'jats',
    'paper.xml'
  )
  expect([...within.matchAll(/<(?:fig|table-wrap)(?: [^>]*)?>/g)].map(([tag]) => tag)).toEqual([
    '<fig id="fig-a" orientation="landscape">',
    '<table-wrap id="tbl-a" orientation="landscape">',
    '<table-wrap orientation="landscape">',
    '<table-wrap id="tbl-b">'
  ])
  const pages = await made(`\\begin{landscape}\nWords.\n\n${body}\n\\end{landscape}`, 'latex', 'latex/paper.tex')
  expect(pages).toMatch(/\\begin\{landscape\}\nWords\.[\s\S]*\\begin\{table\}\[!htb\][\s\S]*\\end\{landscape\}/)
})

describe('what is turned in Word', () => {
  /** The pages of each section, and the words in it. */
  async function sectionsOf(body: string) {
    const text = await made(body, 'docx', 'paper.docx')
    const parts = text.match(/.*?<w:sectPr>.*?<\/w:sectPr>(?:<\/w:pPr>.*?<\/w:p>)?/gs) ?? []
    return parts.map((part) => {
      const [, width, height, lies] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"( w:orient="landscape")?\/>/.exec(part) ?? []
      const words = [...part.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text]) => text).join('')
      return {width: Number(width), height: Number(height), lies: lies !== undefined, words, part}
    })
  }

  it('lies on sheets of its own, between others that stand', async () => {
    const found = await sectionsOf(
      `Before.\n\n${table(2, ' .landscape')}\nBetween.\n\n${figure}\n${division}\nBehind.\n`
    )
    expect(found.map(({lies}) => lies)).toEqual([false, true, false, true, false])
    expect(found.map(({width, height}) => width > height)).toEqual([false, true, false, true, false])
    const [before = '', turned = '', between = '', both = '', behind = ''] = found.map(({words}) => words)
    expect(before).toContain('Before.')
    expect(turned).toContain('A table.')
    expect(between).toBe('Between.')
    expect(both).toMatch(/A figure\..*A remark\..*A table\./)
    expect(behind).toContain('Behind.')
    // As wide as a sheet that lies lets it be.
    const most = Math.max(...[...(found[3]?.part ?? '').matchAll(/<wp:extent cx="(\d+)"/g)].map(([, cx]) => Number(cx)))
    expect(most / 635).toBeGreaterThan(11_906 - 2 * 1417)
  })

  it('ends a text that ends so, without an empty sheet behind', async () => {
    const found = await sectionsOf(`Before.\n\n${table(2, ' .landscape')}`)
    expect(found.map(({lies}) => lies)).toEqual([false, true])
  })

  it('stays upright in what belongs together', async () => {
    const found = await sectionsOf(`> ${table(2, ' .landscape').replaceAll('\n', '\n> ')}\n\nBehind.\n`)
    expect(found.map(({lies}) => lies)).toEqual([false])
  })

  it('counts pages on, and has a title page in the first section alone', () => {
    const section = w('sectPr', {}, [w('pgSz', {w: 100, h: 200}), w('pgNumType', {start: 5}), w('titlePg')])
    const [one, two, three] = ['one', 'two', 'three'].map((style) =>
      w('p', {}, [w('pPr', {}, [w('pStyle', {val: style})])])
    )
    const body = [one, two, three].filter((each) => each !== undefined)
    const written = xmlOf({type: 'root', children: sectioned(body, new Set(body.slice(1, 2)), section)})
    expect(written.match(/<w:(?:pgSz|pgNumType|titlePg|pStyle)[^>]*>/g)).toEqual([
      '<w:pStyle w:val="one" />',
      '<w:pgSz w:w="100" w:h="200" />',
      '<w:pgNumType w:start="5" />',
      '<w:titlePg />',
      '<w:pStyle w:val="two" />',
      '<w:pgSz w:w="200" w:h="100" w:orient="landscape" />',
      '<w:pgNumType />',
      '<w:pStyle w:val="three" />',
      '<w:pgSz w:w="100" w:h="200" />',
      '<w:pgNumType />'
    ])
  })
})
