import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {attributesOf} from '../../src/model/attributes.ts'
import {textOf} from '../../src/util/text.ts'
import {walk} from '../../src/util/walk.ts'
import {articleOf, problemsOf, worldOf} from '../support/manuscript.ts'

/** The abbreviations that a body marks, as `HTML=Hypertext …`, and its text. */
async function marked(markdown: string): Promise<readonly [ReadonlyArray<string>, string]> {
  const {body} = await articleOf(markdown)
  const spans = [...walk(body)].filter((node) => node.type === 'span' && attributesOf(node).classes.includes('abbr'))
  return [spans.map((node) => `${textOf(node)}=${attributesOf(node).pairs.get('title')}`), textOf(body)]
}

describe('abbreviations', () => {
  it('are whole words, in any script, wherever they stand', async () => {
    const text = [
      'HTML, (HTML) and HTML5; XHTML; html. ШҲТ, ШҲТда; *HTML*, [HTML](https://example.org/HTML) `HTML` $HTML$.',
      '',
      '*[HTML]: Hypertext Markup Language',
      '*[ШҲТ]: Шанхай ҳамкорлик ташкилоти'
    ].join('\n')
    const html = 'HTML=Hypertext Markup Language'
    expect(await marked(text)).toEqual([
      [html, html, 'ШҲТ=Шанхай ҳамкорлик ташкилоти', html, html],
      'HTML, (HTML) and HTML5; XHTML; html. ШҲТ, ШҲТда; HTML, HTML HTML HTML.'
    ])
  })

  it('may have several words and marks, and the longest counts', async () => {
    const [found] = await marked(
      'The e. g. and U.S. and US Army in the US, .NET.\n\n*[US]: A\n*[US Army]: B\n*[U.S.]: C\n*[.NET]: D\n*[e. g.]: E'
    )
    expect(found.map((each) => each.replace('\u00A0', ' '))).toEqual([
      'e. g.=E',
      'U.S.=C',
      'US Army=B',
      'US=A',
      '.NET=D'
    ])
  })

  it('end where a word ends, of several the last too', async () => {
    expect((await marked('US Armyish, US Army\n\n*[US Army]: B'))[0]).toEqual(['US Army=B'])
  })

  it('are read from the front matter, where the text does not say otherwise', async () => {
    const text =
      '---\nabbreviations:\n  SCO: Shanghai Cooperation Organisation\n  UN: X\n---\n\nSCO, UN.\n\n*[UN]: United Nations'
    expect((await marked(text))[0]).toEqual(['SCO=Shanghai Cooperation Organisation', 'UN=United Nations'])
  })

  it('may stand beside text, and define nothing where they are text', async () => {
    expect(await marked('One UN.\n*[UN]: United Nations\nTwo.')).toEqual([['UN=United Nations'], 'One UN.\nTwo.'])
    expect(await marked('*[a]* and *[b]:* and UN\n\n    *[UN]: code')).toEqual([[], '[a] and [b]: and UN\n*[UN]: code'])
  })

  it('are told where they mean nothing, or two things', async () => {
    const problems = await problemsOf('UN\n\n*[UN]: United Nations\n*[UN]: Other\n*[EU]:\n')
    expect(problems.filter((each) => each.includes('abbreviation'))).toEqual([
      '4:1 abbreviation-defined: Unexpected second meaning of `UN`, which is `United Nations` already',
      '5:1 abbreviation-defined: Unexpected end of the line, expected what `EU` means'
    ])
  })

  it('say what they mean in HTML and JATS, and are plain words elsewhere', async () => {
    const {output} = await build(
      worldOf(
        'The UN, <abbr title="a < b">EU</abbr> and {abbr}`ECB (European Central Bank)`.\n\n[the UN](https://example.org)\n\n*[UN]: "United" & Nations\n'
      ),
      {to: ['html', 'jats', 'text', 'latex']}
    )
    const said = (path: string) => new TextDecoder().decode(output.get(path))
    expect(/The <abbr.*?<\/p>/.exec(said('paper.html'))?.[0]).toBe(
      'The <abbr title="&#x22;United&#x22; &#x26; Nations">UN</abbr>, <abbr title="a < b">EU</abbr> and <abbr title="European Central Bank">ECB</abbr>.</p>'
    )
    expect(said('paper.xml')).toMatch(/<abbrev alt="[^"]*United[^"]* Nations">UN<\/abbrev>/)
    expect(said('paper.xml')).toContain('xlink:href="https://example.org">the UN</ext-link>')
    expect(said('paper.txt')).toContain('The UN, EU and ECB.')
    expect(said('latex/paper.tex')).toContain('The UN, EU and ECB.')
  })

  it('cost no more than the text is long', async () => {
    const keys = Array.from({length: 2000}, (_, index) => `*[A${index}]: long ${index}`)
    const [found] = await marked(`${'word A7 '.repeat(5000)}\n\n${keys.join('\n')}`)
    expect(found).toHaveLength(5000)
  })
})
