import {createHash} from 'node:crypto'
import type {Element} from 'hast'
import type {PhrasingContent, RootContent} from 'mdast'
import {describe, expect, it} from 'vitest'
import type {Author, Meta} from '../../../src/model/meta.ts'
import {paragraph} from '../../support/draft.ts'
import {articleWith, elementsOf, mainOf, type Page, pageOf} from '../../support/page.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})
const author: Author = {
  name: {given: 'Nodira', family: 'Namunayeva', middle: 'Olimovna', display: 'Nodira Olimovna Namunayeva'},
  orcid: '0000-0002-1825-0097',
  phone: '+998 71 000 00 00',
  corresponding: true,
  email: 'n@example.org',
  equalContribution: false,
  deceased: false,
  roles: [],
  affiliations: ['u']
}
const meta: Partial<Meta> = {
  title: [text('A </title><script>alert(1)</script> "title"')],
  authors: [author],
  affiliations: [{id: 'u', name: 'Example University'}],
  abstract: {type: 'root', children: [paragraph(text('About </script> it.'))]},
  keywords: ['one', 'two'],
  language: 'en-GB',
  publication: {
    issn: ['1234-5679'],
    subjects: [],
    journal: 'Journal of Samples',
    volume: '3',
    issue: '2',
    firstPage: '12',
    lastPage: '19',
    doi: '10.5555/x<y',
    date: '2025-03-09'
  },
  licence: {spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/'}
}

function tags({tree}: Page): ReadonlyMap<string, unknown> {
  const metas = elementsOf(tree).filter(({tagName}) => tagName === 'meta')
  return new Map(
    metas.map(({properties}) => [String(properties['name'] ?? properties['property']), properties['content']])
  )
}

function textIn(element: Element | undefined): string {
  const [child] = element?.children ?? []
  return child?.type === 'text' ? child.value : ''
}

describe('a page', () => {
  it('tells search engines what it is', async () => {
    const page = await pageOf(articleWith([], {meta}))
    const found = tags(page)
    expect(found.get('citation_title')).toBe('A </title><script>alert(1)</script> "title"')
    expect(found.get('citation_author')).toBe('Namunayeva, Nodira Olimovna')
    expect(found.get('citation_author_institution')).toBe('Example University')
    expect(found.get('citation_publication_date')).toBe('2025/03/09')
    expect(found.get('citation_journal_title')).toBe('Journal of Samples')
    expect(found.get('citation_firstpage')).toBe('12')
    expect(found.get('citation_doi')).toBe('10.5555/x<y')
    expect(found.get('DC.rights')).toBe('https://creativecommons.org/licenses/by/4.0/')
    expect(found.get('og:description')).toBe('About </script> it.')
    const script = elementsOf(page.tree).find(({properties}) => properties['type'] === 'application/ld+json')
    expect(JSON.parse(textIn(script))).toMatchObject({
      '@type': 'ScholarlyArticle',
      headline: 'A </title><script>alert(1)</script> "title"',
      abstract: 'About </script> it.',
      author: [{familyName: 'Namunayeva', sameAs: 'https://orcid.org/0000-0002-1825-0097'}],
      isPartOf: {issueNumber: '2', isPartOf: {volumeNumber: '3', isPartOf: {name: 'Journal of Samples'}}}
    })
  })

  it('lets only its own style sheet in, and runs nothing', async () => {
    const {tree} = await pageOf(articleWith([paragraph({type: 'inlineMath', value: 'x'})], {meta}))
    const elements = elementsOf(tree)
    const hash = createHash('sha256')
      .update(textIn(elements.find(({tagName}) => tagName === 'style')))
      .digest('base64')
    const policy = elements.find(({properties}) => properties['httpEquiv'] !== undefined)?.properties['content']
    expect(policy).toBe(
      `default-src 'none'; img-src data:; font-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
    )
    expect(elementsOf(tree).filter(({properties}) => 'style' in properties)).toEqual([])
    const scripts = elementsOf(tree).filter(({tagName}) => tagName === 'script')
    expect(scripts.map(({properties}) => properties['type'])).toEqual(['application/ld+json'])
  })

  it('is the same twice', async () => {
    const article = articleWith([paragraph(text('Oʻzbek'))], {meta})
    expect((await pageOf(article)).text).toBe((await pageOf(article)).text)
  })

  it('gives an id once', async () => {
    const span = (): PhrasingContent => ({
      type: 'span',
      data: {attributes: {id: 'x', classes: [], pairs: new Map()}},
      children: [text('a')]
    })
    expect(await mainOf([paragraph(span(), span())])).toBe('<p><span id="x">a</span><span>a</span></p>')
  })

  it('keeps hostile text as text', async () => {
    const hostile = '</style><script>alert(1)</script> ]]> " onload="x" \u202E\u2066 \'>'
    const nodes: ReadonlyArray<RootContent> = [
      paragraph(text(hostile), {type: 'inlineCode', value: hostile}, {type: 'inlineMath', value: hostile}),
      paragraph({
        type: 'inlineMath',
        value: `\\text{${hostile}} \\href{javascript:alert(1)}{x} \\class{a" onload="x}{y}`
      }),
      {type: 'code', lang: '"><script>', value: hostile},
      paragraph({type: 'image', url: `${hostile}.png`, alt: hostile}),
      paragraph({type: 'link', url: `https://example.org/"onclick="x`, title: hostile, children: [text('a')]}),
      {
        type: 'div',
        data: {attributes: {id: `"><img>`, classes: [`"><b>`], pairs: new Map([['lang', '"><i>']])}},
        children: []
      }
    ]
    const {tree, text: markup} = await pageOf(
      articleWith(nodes, {meta: {...meta, language: 'en"><script>', keywords: [hostile]}})
    )
    const elements = elementsOf(tree)
    expect(elements.filter(({tagName}) => ['img', 'i', 'b'].includes(tagName))).toEqual([])
    expect(elements.filter(({tagName}) => tagName === 'script')).toHaveLength(1)
    expect(elements.flatMap(({properties}) => Object.keys(properties)).filter((name) => /^on/i.test(name))).toEqual([])
    expect(markup).toContain('\u202E\u2066')
  })

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd'
  ])('makes no link of %j', async (url) => {
    expect(await mainOf([paragraph({type: 'link', url, children: [text('a')]})])).toBe('<p><span>a</span></p>')
  })

  it.each([
    ['#раздел', '#%D1%80%D0%B0%D0%B7%D0%B4%D0%B5%D0%BB'],
    ['https://example.org/a%20b c?d=e&f', 'https://example.org/a%20b%20c?d=e&#x26;f'],
    ['https://example.org/\uD800', 'https://example.org/%EF%BF%BD'],
    ['mailto:a@example.org', 'mailto:a@example.org']
  ])('links to %j', async (url, href) => {
    expect(await mainOf([paragraph({type: 'link', url, children: [text('a')]})])).toBe(`<p><a href="${href}">a</a></p>`)
  })

  it('holds its pictures, by what they are and not by what they are called', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')
    const assets = new Map([
      ['a.png', {path: 'a.png', bytes: svg}],
      ['b.png', {path: 'b.png', bytes: new TextEncoder().encode('no picture')}]
    ])
    const width = {attributes: {classes: [], pairs: new Map([['width', '70%']])}}
    const picture = (url: string): RootContent => paragraph({type: 'image', url, alt: 'An "a"', data: width})
    const {text: markup} = await pageOf(
      articleWith([picture('a.png'), picture('b.png'), picture('https://example.org/a.png')], {assets})
    )
    expect(markup).toMatch(/<img class="s1" src="data:image\/svg\+xml;base64,[\w+/=]+" alt="An &#x22;a&#x22;">/)
    expect(markup).toContain('.s1{width:70%}')
    expect(markup).toContain('[?b.png]')
    expect(markup).toContain('[?https://example.org/a.png]')
  })

  it('shows the texts though the template fails', async () => {
    const {template} = articleWith([])
    const files = new Map([...template.files, ['article.html', new TextEncoder().encode('{{ nothing }}')]])
    const {text: markup, problems} = await pageOf(
      articleWith([paragraph(text('Body.'))], {meta: {title: [text('T')]}, template: {files}})
    )
    expect(markup).toContain('<main><h1>T</h1><p>Body.</p></main>')
    expect(problems.map(({id}) => id)).toEqual(['template-fills'])
  })

  it('survives a depth of 1,000', async () => {
    let quote: RootContent = paragraph(text('deep'))
    for (let depth = 0; depth < 1000; depth++) quote = {type: 'blockquote', children: [quote as never]}
    let words: PhrasingContent = text('inner')
    for (let depth = 0; depth < 1000; depth++) words = {type: 'emphasis', children: [words]}
    const formula = `${'{'.repeat(1000)}x${'}'.repeat(1000)}`
    const markup = await mainOf([quote, paragraph(words), paragraph({type: 'inlineMath', value: formula})])
    expect(markup).toContain('deep')
    expect(markup).toContain('inner')
  })
})
