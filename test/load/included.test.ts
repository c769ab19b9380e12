import {describe, expect, it} from 'vitest'
import {textOf} from '../../src/util/text.ts'
import {articleOf, problemsOf} from '../support/manuscript.ts'

async function wordsOf(text: string, files: Readonly<Record<string, string>>): Promise<string> {
  const {body} = await articleOf(text, files)
  return textOf(body).replace(/\s+/g, '')
}

describe('a file that another includes', () => {
  it('stands in its place, and so does what it includes itself', async () => {
    const files = {'parts/_b.qmd': '---\ntitle: No\n---\nb[^n]\n\n{{< include _c.qmd >}}\n', 'parts/_c.qmd': 'c\n'}
    const text = 'a\n\n{{< include parts/_b.qmd >}}\n\nd\n\n```{include} /parts/_c.qmd\n```\n\n[^n]: Note.\n'
    expect(await wordsOf(text, files)).toBe('abcdc')
  })

  it('leaves every place as it was', async () => {
    const files = {'_b.qmd': '\n[b](#no-b)\n'}
    const text = '---\ntitle: T\n---\n\n{{< include _b.qmd >}}\n\n[c](#no-c)\n'
    const places = (await problemsOf(text, files)).filter((problem) => problem.includes('link-resolves'))
    expect(places.map((place) => place.split(' ')[0])).toEqual(['_b.qmd:2:1', '7:1'])
  })

  it('is reported, and named in the text, where there is none', async () => {
    const problems = await problemsOf('a\n\n{{< include _gone.qmd >}}\n')
    expect(problems).toContainEqual(expect.stringMatching(/^3:1 placeholder-filled: .*include/))
  })

  it('comes to an end where files include one another', async () => {
    const files = {'_b.qmd': 'b\n\n{{< include _c.qmd >}}\n', '_c.qmd': 'c\n\n{{< include _b.qmd >}}\n'}
    expect(await wordsOf('{{< include _b.qmd >}}\n', files)).toBe('bc{{<include_b.qmd>}}')
    const twice = (next: string) => `{{< include ${next} >}}\n{{< include ${next} >}}\n`
    const many = Object.fromEntries(Array.from({length: 40}, (_, n) => [`_${n}.qmd`, twice(`_${n + 1}.qmd`)]))
    expect(await wordsOf(twice('_0.qmd'), many)).toContain('include')
  })

  it('stays out of code', async () => {
    const text = '````\n```{include} _b.qmd\n```\n{{< include _b.qmd >}}\n````\n'
    expect(JSON.stringify((await articleOf(text, {'_b.qmd': 'b'})).body)).toContain('{{< include _b.qmd >}}')
  })

  it('may be LaTeX', async () => {
    const part = [
      '% About this part.',
      "    Text ``said'' on pp.~3--4, % aside",
      '    % more aside',
      'and so on: 5\\%, \\ref{sec:p}.',
      '',
      '\\section{Part}\\label{sec:p}',
      '    % Nothing.',
      '',
      '\\begin{verbatim}',
      '    a -- b % c',
      '\\end{verbatim}'
    ].join('\n')
    const article = await articleOf('a\n\n\\input{parts/one}\n\n\\include{two.tex}\n', {
      'parts/one.tex': part,
      'two.tex': 'b'
    })
    const words = textOf(article.body).replaceAll('\u00a0', ' ')
    expect(words.replace(/\s+/g, ' ')).toBe('a Text “said” on pp. 3–4, and so on: 5%, 1. Part a -- b % c b')
    const problems = await problemsOf('a\n\n\\input{parts/one}\n', {'parts/one.tex': `${part}\n\n\\foo`})
    expect(problems).toContainEqual(expect.stringMatching(/^parts\/one\.tex:13:1 text-without-tex/))
  })

  it.each(['\\input{../secret}', '\\input{gone}', 'a \\include{_b.md}'])(
    'stays visible, and is reported: %s',
    async (text) => {
      expect(await wordsOf(text, {'_b.md': 'b'})).toBe(text.replaceAll(' ', ''))
      expect(await problemsOf(text, {'_b.md': 'b'})).toContainEqual(expect.stringMatching(/^1:\d placeholder-filled: /))
    }
  )
})
