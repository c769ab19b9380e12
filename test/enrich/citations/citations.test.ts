import type {Heading, Text} from 'mdast'
import {describe, expect, it} from 'vitest'
import type {Bibliography} from '../../../src/model/nodes.ts'
import {paragraph} from '../../support/draft.ts'
import {cite, cited, narrative, plain, works} from './support.ts'

const text = (value: string): Text => ({type: 'text', value})
const work = {type: 'book', author: [{family: 'Smith', given: 'J'}], issued: {'date-parts': [[2000]]}}

/** An author-date style that collapses so. */
function collapsing(collapse: string): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title><id>t</id>
<updated>2001-01-01T00:00:00Z</updated></info><citation collapse="${collapse}" disambiguate-add-year-suffix="true"
year-suffix-delimiter=", "><sort><key macro="title"/></sort><layout prefix="(" suffix=")" delimiter="; "><group
delimiter=" "><names variable="author"><name form="short" and="symbol"/></names><date variable="issued"><date-part
name="year"/></date></group></layout></citation>
<bibliography><sort><key macro="title"/></sort><layout><text macro="title"/></layout></bibliography>
<macro name="title"><text variable="title"/></macro></style>`
}

describe('citations in author-date styles', () => {
  it('should tell works of one year apart, and keep the author’s words and order', async () => {
    const {texts} = await cited({
      style: 'apa',
      body: [
        paragraph(
          cite('smith2000b'),
          text(' '),
          cite(
            {key: 'smith2000', prefix: 'see', locator: '3-5', label: 'page', suffix: ', and passim'},
            {key: 'jones', suppressAuthor: true}
          ),
          text(' '),
          cite({key: 'smith2000b', locator: '9', label: 'page'})
        )
      ]
    })
    expect(texts).toEqual([
      '(<#ref-smith2000b>Smith & Lee, 2000a</>)',
      '(see <#ref-smith2000>Smith & Lee, 2000b, pp. 3–5</>, and passim; <#ref-jones>1999</>)',
      '(<#ref-smith2000b>Smith & Lee, 2000a, p. 9</>)'
    ])
  })

  it('should put the names of a narrative citation into the sentence', async () => {
    const {texts} = await cited({
      style: 'apa',
      body: [paragraph(narrative({key: 'smith2000', locator: '3'}, {key: 'jones', prefix: 'see also'}))]
    })
    expect(texts).toEqual([
      '<#ref-smith2000>Smith and Lee</> (<#ref-smith2000>2000, p. 3</>; see also <#ref-jones>Jones, 1999</>)'
    ])
  })

  it('should leave the ampersand of a publisher’s name alone', async () => {
    const items = [{...work, id: 'bn', title: 'T', author: [{literal: 'Barnes & Noble'}]}]
    expect((await cited({style: 'apa', items, body: [paragraph(narrative('bn'))]})).texts).toEqual([
      '<#ref-bn>Barnes & Noble</> (<#ref-bn>2000</>)'
    ])
  })

  it('should not print empty parentheses where the style cites by the author alone', async () => {
    const body = [paragraph(narrative('jones'))]
    expect((await cited({style: 'modern-language-association', body})).texts).toEqual(['<#ref-jones>Jones</>'])
  })
})

describe('citations in styles that collapse years', () => {
  it('should link each work by its year', async () => {
    const {texts} = await cited({
      style: 'raptor-journal',
      body: [paragraph(cite('jones', 'smith2000b'), text(' '), cite('smith2000'), text(' '), cite('smith2000b'))]
    })
    expect(texts).toEqual([
      '(Jones <#ref-jones>1999</>; Smith & Lee <#ref-smith2000b>2000a</>)',
      '(<#ref-smith2000>Smith & Lee 2000b</>)',
      '(<#ref-smith2000b>Smith & Lee 2000a</>)'
    ])
  })
})

describe('citations in styles that collapse letters of years', () => {
  it.each([
    ['year-suffix', '(Smith & Lee <#ref-smith2000b>2000a</>, <#ref-smith2000>b</>; Jones <#ref-jones>1999</>)'],
    ['year-suffix-ranged', '(Smith & Lee <#ref-smith2000b>2000a</>, <#ref-smith2000>b</>; Jones <#ref-jones>1999</>)']
  ])('should link each letter: %s', async (collapse, printed) => {
    const body = [paragraph(cite('smith2000', 'smith2000b', 'jones'))]
    expect((await cited({style: collapsing(collapse), body})).texts).toEqual([printed])
  })

  it('should link the ends of a range of letters, and no word of the author’s', async () => {
    const items = [...works, {...work, id: 'c', author: works[0]?.['author'], title: 'Gamma'}]
    const {texts} = await cited({
      style: collapsing('year-suffix-ranged'),
      items,
      body: [paragraph(cite('smith2000', 'smith2000b', 'c'), text(' '), cite({key: 'c', suffix: ', b'}, 'smith2000b'))]
    })
    expect(texts).toEqual([
      '(Smith & Lee <#ref-smith2000b>2000a</>–<#ref-smith2000>c</>)',
      '(Smith & Lee <#ref-smith2000b>2000a</>, <#ref-c>b</>, b)'
    ])
  })
})

describe('citations in numeric styles', () => {
  it('should number works as they come and link each number', async () => {
    const {texts} = await cited({
      style: 'ieee',
      body: [
        paragraph(
          cite('smith2000'),
          cite({key: 'smith2000b', prefix: 'see'}, 'jones', {key: 'smith2000', prefix: 'also'})
        )
      ]
    })
    expect(texts).toEqual([
      '[<#ref-smith2000>1</>]',
      'see [<#ref-smith2000b>2</>], [<#ref-jones>3</>], also [<#ref-smith2000>1</>]'
    ])
  })

  it('should list what is only listed after what is cited', async () => {
    const {entries, lists} = await cited({style: 'ieee', nocite: ['smith2000'], body: [paragraph(cite('jones'))]})
    expect(entries[0]).toMatch(/^\[1\] C\. Jones, Zeta/)
    expect(entries[1]).toBe('[2] A. Smith and B. Lee, “On things,” Journal, vol. 1, pp. 2–3, 2000.')
    expect(lists[0]?.layout).toBe('labelled')
  })

  it('should set a range with links at its ends, and names before a number', async () => {
    const {texts} = await cited({
      style: 'vancouver',
      body: [paragraph(cite('smith2000', 'smith2000b', 'jones'), narrative('jones'))]
    })
    expect(texts).toEqual(['(<#ref-smith2000>1</>–<#ref-jones>3</>)', '<#ref-jones>Jones</> (<#ref-jones>3</>)'])
  })

  it('should raise the number of a narrative citation right at the name', async () => {
    expect((await cited({style: 'nature', body: [paragraph(narrative('jones'))]})).texts).toEqual([
      '<#ref-jones>Jones</><#ref-jones>^1^</>'
    ])
  })

  it('should raise numbers right behind the text, but no two beside each other', async () => {
    const one = paragraph(
      text('An idea '),
      cite('jones'),
      text('. Another\n'),
      cite('smith2000', 'jones'),
      text(' amid it.')
    )
    const two = paragraph(text('Both '), cite('jones'), text(' '), cite('smith2000'), text(' are so.'))
    const {body} = await cited({style: 'nature', body: [one, two]})
    expect(body.children.slice(0, 2).map(plain)).toEqual(['An idea1. Another1,2 amid it.', 'Both1 2 are so.'])
    const {body: level} = await cited({style: 'ieee', body: [one]})
    expect(plain(level.children[0] as typeof one)).toBe('An idea [1]. Another\n[1], [2] amid it.')
  })

  it('should not take a number of the author’s words for a citation’s', async () => {
    const {texts} = await cited({
      style: 'ieee',
      body: [paragraph(cite({key: 'jones', suffix: ', but compare 1 and 2'}))]
    })
    expect(texts).toEqual(['[<#ref-jones>1</>], but compare 1 and 2'])
  })
})

describe('words of the author’s', () => {
  it('should stand apart from numbers', async () => {
    const {texts} = await cited({
      style: 'vancouver',
      body: [paragraph(cite('jones', {key: 'smith2000', prefix: 'also', suffix: ', and on'}, 'smith2000b'))]
    })
    expect(texts).toEqual(['(<#ref-jones>1</>, also <#ref-smith2000>2</>, and on, <#ref-smith2000b>3</>)'])
  })

  it('should keep their markup', async () => {
    const {nodes} = await cited({
      style: 'apa',
      body: [
        paragraph(
          cite({
            key: 'jones',
            prefix: [{type: 'emphasis', children: [text('vide')]}],
            suffix: [
              text(', with '),
              {type: 'inlineMath', value: 'x^2'},
              text(' and '),
              {type: 'inlineCode', value: '<i>'}
            ]
          })
        )
      ]
    })
    expect(nodes[0]?.children).toEqual([
      text('('),
      {type: 'emphasis', children: [text('vide')]},
      text(' '),
      {type: 'link', url: '#ref-jones', children: [text('Jones, 1999')]},
      text(', with '),
      {type: 'inlineMath', value: 'x^2'},
      text(' and '),
      {type: 'inlineCode', value: '<i>'},
      text(')')
    ])
  })
})

describe('citations in note styles', () => {
  const style = 'chicago-fullnote-bibliography'

  it('should make notes, full at first and short later, after the punctuation', async () => {
    const {notes, body} = await cited({
      style,
      body: [
        paragraph(
          text('One '),
          cite('smith2000b'),
          text('. Two '),
          cite({key: 'jones', locator: '2', label: 'chapter'}, {key: 'smith2000', prefix: 'see also'}),
          text(', three '),
          cite({key: 'smith2000b', locator: '7'}),
          text(' four '),
          cite({key: 'smith2000b', locator: '9'}),
          text('.')
        )
      ]
    })
    expect(notes).toEqual([
      'Ann Smith and Bo Lee, Beta (P, 2000).',
      'C Jones, Zeta (P, 1999), chap. 2; see also Ann Smith and Bo Lee, “On Things,” Journal 1 (2000): 2–3.',
      'Smith and Lee, Beta, 7.',
      'Smith and Lee, 9.'
    ])
    const first = body.children[0]
    expect(
      first?.type === 'paragraph' && first.children.map((node) => (node.type === 'text' ? node.value : '^'))
    ).toEqual(['One.', '^', ' Two,', '^', ' three', '^', ' four.', '^', ''])
  })

  it('should stay inside a note of the author’s, and leave the full stop to the author', async () => {
    const {texts, notes} = await cited({
      style,
      body: [
        paragraph(text('A'), {type: 'footnoteReference', identifier: 'n'}),
        {
          type: 'footnoteDefinition',
          identifier: 'n',
          children: [paragraph(text('See '), cite('jones'), text('.')) as never]
        }
      ]
    })
    expect(texts).toEqual(['<#ref-jones>C Jones</>, *Zeta* (P, 1999)'])
    expect(notes).toEqual(['See C Jones, Zeta (P, 1999).'])
  })

  it('should name the author in the text and not again in the note', async () => {
    const {texts, notes} = await cited({
      style,
      body: [paragraph(narrative({key: 'jones', locator: '4'}), text(' says'))]
    })
    expect(texts).toEqual(['<#ref-jones>Jones</>[^citation-1]'])
    expect(notes).toEqual(['Zeta (P, 1999), 4.'])
  })

  it('should begin a note with a capital', async () => {
    const {notes} = await cited({style, body: [paragraph(text('A '), cite({key: 'jones', prefix: 'see'}))]})
    expect(notes).toEqual(['See C Jones, Zeta (P, 1999).'])
  })
})

describe('entries', () => {
  it('should say “et al.” for authors who are not named', async () => {
    const author = [{family: 'Smith', given: 'J'}, {family: 'Jones', given: 'K'}, {literal: 'others'}]
    const {entries} = await cited({
      style: 'ieee',
      items: [{...work, id: 'a', title: 'T', author}],
      body: [paragraph(cite('a'))]
    })
    expect(entries[0]).toContain('et al.')
    expect(entries[0]).not.toContain('others')
  })

  it('should link a DOI once, and an address as it stands', async () => {
    const items = [
      {...work, id: 'a', title: 'T', DOI: '10.1000/182'},
      {...work, id: 'b', type: 'webpage', title: 'U', URL: 'https://example.org/a_b?c=d'}
    ]
    const {references} = await cited({style: 'apa', items, nocite: ['*'], body: []})
    const links = references.map(({children}) => children.filter((node) => node.type === 'link'))
    expect(links.map((nodes) => nodes.map((node) => [node.url, plain(node)]))).toEqual([
      [['https://doi.org/10.1000/182', 'https://doi.org/10.1000/182']],
      [['https://example.org/a_b?c=d', 'https://example.org/a_b?c=d']]
    ])
  })

  it('should never link to a script', async () => {
    const items = [{...work, id: 'b', type: 'webpage', title: 'U', URL: 'javascript:alert(1)'}]
    const {references} = await cited({style: 'apa', items, nocite: ['*'], body: []})
    expect(JSON.stringify(references)).not.toContain('"url"')
  })

  it('should set titles in the case of their language', async () => {
    const items = [
      {...work, id: 'a', title: 'the art of things', language: 'en-US'},
      {...work, id: 'b', title: 'die Kunst der dinge', language: 'de-DE'}
    ]
    const {entries} = await cited({style: 'modern-language-association', items, nocite: ['*'], body: []})
    expect(entries.join('\n')).toContain('The Art of Things')
    expect(entries.join('\n')).toContain('die Kunst der dinge')
  })

  it('should spell Uzbek letters as they are', async () => {
    const author = [{family: "O'rinboyev", given: "G'ayrat"}]
    const items = [{...work, id: 'a', title: "San'at va me'mor", author, language: 'uz'}]
    const {entries, texts} = await cited({style: 'apa', items, language: 'uz', body: [paragraph(cite('a'))]})
    expect(texts).toEqual(['(<#ref-a>Oʻrinboyev, 2000</>)'])
    expect(entries[0]).toContain('Oʻrinboyev, G. (2000). Sanʼat va meʼmor')
  })

  it('should keep formulas of titles, and prices', async () => {
    const items = [{...work, id: 'a', title: 'On $H_2O$ for $5 and $6'}]
    const {references} = await cited({style: 'ieee', items, nocite: ['a'], body: []})
    expect(JSON.stringify(references)).toContain('{"type":"inlineMath","value":"H_2O"}')
    expect(plain(references)).toContain('$5')
  })

  it('should count the citations of each', async () => {
    const {references} = await cited({
      style: 'apa',
      body: [paragraph(cite('jones'), cite('smith2000'), cite('jones', 'smith2000'))]
    })
    expect(references.map(({key, citedBy}) => [key, citedBy])).toEqual([
      ['jones', [1, 3]],
      ['smith2000', [2, 3]]
    ])
  })
})

describe('lists', () => {
  const heading = (value: string): Heading => ({type: 'heading', depth: 2, children: [text(value)]})
  const list = (...classes: Array<string>): Bibliography => ({
    type: 'bibliography',
    children: [],
    data: {attributes: {classes, pairs: new Map()}}
  })

  it('should stand at the end, under a heading of the article’s language', async () => {
    const {body} = await cited({style: 'apa', language: 'ru-RU', body: [heading('A'), paragraph(cite('jones'))]})
    const [section, last] = body.children.slice(-2)
    expect(section).toMatchObject({type: 'heading', depth: 2})
    expect(section && plain(section)).toMatch(/[А-я]/)
    expect(last).toMatchObject({type: 'bibliography', layout: 'hanging'})
  })

  it('should stand under the heading that waits for it', async () => {
    const {body} = await cited({style: 'apa', body: [paragraph(cite('jones')), heading('Sources')]})
    expect(body.children.map(({type}) => type)).toEqual(['paragraph', 'heading', 'bibliography'])
  })

  it('should not be there where nothing is cited', async () => {
    const {body, references} = await cited({style: 'apa', body: [paragraph(text('A'))]})
    expect(body.children.map(({type}) => type)).toEqual(['paragraph'])
    expect(references).toEqual([])
  })

  it('should part works by type and keyword, keep numbers, and leave none out', async () => {
    const items = works.map((each) => (each.id === 'jones' ? {...each, keyword: 'primary, old'} : each))
    const lists = [list('type-article-journal'), list('keyword-primary')]
    const {lists: filled, body} = await cited({style: 'ieee', items, nocite: ['*'], body: [...lists]})
    expect(filled.map(({children}) => children.map(({key, marker}) => `${plain([...marker])} ${key}`))).toEqual([
      ['[1] smith2000'],
      ['[3] jones'],
      ['[2] smith2000b']
    ])
    expect(body.children.map(({type}) => type)).toEqual(['bibliography', 'bibliography', 'heading', 'bibliography'])
  })

  it('should not set a dash for authors who stand in another list', async () => {
    const [part, rest] = [list('type-book'), list()]
    const {entries} = await cited({
      style: 'chicago-author-date',
      body: [paragraph(cite('smith2000', 'smith2000b')), part, rest]
    })
    expect(entries.filter((entry) => entry.includes('———'))).toEqual([])
    const whole = await cited({style: 'chicago-author-date', body: [paragraph(cite('smith2000', 'smith2000b')), rest]})
    expect(whole.entries.filter((entry) => entry.includes('———'))).toHaveLength(1)
  })

  it('should hold what its section cites', async () => {
    const {lists} = await cited({
      style: 'apa',
      body: [
        heading('A'),
        paragraph(cite('jones')),
        list('section'),
        heading('B'),
        paragraph(cite('smith2000')),
        list('section')
      ]
    })
    expect(lists.map(({children}) => children.map(({key}) => key))).toEqual([['jones'], ['smith2000']])
  })
})

describe('what cannot be resolved', () => {
  it('should stay visible and disturb no number', async () => {
    const {texts} = await cited({
      style: 'ieee',
      body: [
        paragraph(cite({key: 'smiht2000', prefix: 'see', locator: '3'}), cite('jones', 'nobody'), cite('smith2000'))
      ]
    })
    expect(texts).toEqual(['see **[?smiht2000]**, 3', '[<#ref-jones>1</>] **[?nobody]**', '[<#ref-smith2000>2</>]'])
  })

  it('should be readable without a style', async () => {
    const {texts, entries, troubles} = await cited({
      style: '',
      body: [paragraph(cite('jones'), narrative('smith2000'))]
    })
    expect(texts).toEqual(['(<#ref-jones>Jones, 1999</>)', 'Smith and Lee (<#ref-smith2000>2000</>)'])
    expect(entries[0]).toBe('Jones, C (1999). Zeta. P.')
    expect(troubles).toEqual([])
  })

  it('should be readable with a style that is none, and say so', async () => {
    const {texts, troubles} = await cited({style: '<style>nothing</style>', body: [paragraph(cite('jones'))]})
    expect(texts).toEqual(['(<#ref-jones>Jones, 1999</>)'])
    expect(troubles).toMatchObject([{kind: 'style-missing'}])
  })

  it('should not hang on a large file that is no style', async () => {
    const start = performance.now()
    const style = `<style><citation>${'<macro name="a" <text macro="a" '.repeat(100_000)}`
    const {texts} = await cited({style, body: [paragraph(cite('jones'))]})
    expect(texts).toEqual(['(<#ref-jones>Jones, 1999</>)'])
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it('should be called by its key in the text where a style prints nothing of a work', async () => {
    const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title/></info>
      <citation><layout><text variable="genre"/></layout></citation>
      <bibliography><layout><text variable="genre"/></layout></bibliography></style>`
    const {troubles, entries, body} = await cited({style, body: [paragraph(cite('jones'))]})
    expect(troubles).toMatchObject([{kind: 'no-printed-form'}])
    expect(entries).toEqual([])
    expect(plain(body.children)).toBe('jones')
  })

  it('should say that a language has no words', async () => {
    const {troubles} = await cited({style: 'apa', language: 'qya', body: [paragraph(cite('jones'))]})
    expect(troubles).toMatchObject([{kind: 'locale-missing'}])
  })

  it('should leave no link in a link', async () => {
    const {texts} = await cited({
      style: 'apa',
      body: [paragraph({type: 'link', url: 'http://x', children: [narrative('jones')]})]
    })
    expect(texts).toEqual(['Jones (1999)'])
  })
})
