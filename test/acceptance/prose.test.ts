import {describe, expect, it} from 'vitest'
import {build} from '../../src/build.ts'
import {worldOf} from '../support/manuscript.ts'

async function made(markdown: string, path: string): Promise<string> {
  const to = [path.endsWith('.html') ? 'html' : path.endsWith('.xml') ? 'jats' : 'text']
  const {output} = await build(worldOf(markdown), {to})
  return new TextDecoder().decode(output.get(path))
}

const cases: ReadonlyArray<readonly [what: string, markdown: string, html: string, jats: string]> = [
  [
    'definition lists',
    'Term\n:   One meaning.\n\n    More of it.\n:   Another.',
    '<dl><dt>Term</dt><dd><p>One meaning.</p><p>More of it.</p></dd><dd>Another.</dd></dl>',
    '<def-list><def-item><term>Term</term><def><p>One meaning.</p><p>More of it.</p></def><def><p>Another.</p></def></def-item></def-list>'
  ],
  [
    'notes in the line',
    'Text.^[A *note*.] More.',
    '<p>Text.<sup class="call"><a id="call-1-1" href="#note-1" role="doc-noteref">1</a></sup> More.</p>',
    '<p>Text.<xref ref-type="fn" rid="fn-inline-1"><sup>1</sup></xref> More.</p>'
  ],
  [
    'notes below, of several paragraphs and called twice',
    'A[^n] b[^n].\n\n[^n]: Text.\n\n    *More*.',
    '<p>A<sup class="call"><a id="call-1-1" href="#note-1" role="doc-noteref">1</a></sup> b<sup class="call"><a id="call-1-2" href="#note-1" role="doc-noteref">1</a></sup>.</p>',
    '<fn id="fn-n"><label>1</label><p>Text.</p><p><italic>More</italic>.</p></fn>'
  ],
  [
    'abbreviations, whole words of them',
    '*[HTML]: Hypertext Markup Language\n\nHTML, HTMLs.',
    '<p><abbr title="Hypertext Markup Language">HTML</abbr>, HTMLs.</p>',
    '<p><abbrev alt="Hypertext Markup Language">HTML</abbrev>, HTMLs.</p>'
  ],
  [
    'code in its colours',
    '```python\nprint(1)\n```',
    '<pre tabindex="0"><code class="language-python"><span class="hljs-built_in">print</span>(<span class="hljs-number">1</span>)</code></pre>',
    '<code language="python">print(1)</code>'
  ],
  ['code in the line', 'So `x < y`.', '<p>So <code>x &#x3C; y</code>.</p>', '<monospace>x &#x3C; y</monospace>'],
  [
    'thanks',
    '# Acknowledgements\n\nWe thank.',
    '<section class="statement acknowledgements" id="acknowledgements" role="doc-acknowledgments" aria-label="Acknowledgements"><h2>Acknowledgements</h2>',
    '<back><ack id="acknowledgements"><title>Acknowledgements</title><p>We thank.</p></ack>'
  ],
  [
    'where the data are',
    '# Data availability\n\nHere.',
    '<section class="statement data-availability" id="data-availability"><h2>Data availability</h2>',
    '<sec id="data-availability" sec-type="data-availability"><title>Data availability</title>'
  ],
  [
    'appendices',
    '# Appendix\n\nHere.',
    '<section id="appendix" role="doc-appendix" aria-label="Appendix"><h2>Appendix</h2><p>Here.</p></section>',
    '<app-group><app id="appendix"><title>Appendix</title><p>Here.</p></app></app-group>'
  ],
  [
    'subscripts and superscripts',
    'H~2~O and x^2\\ n^',
    '<p>H<sub>2</sub>O and x<sup>2\u00A0n</sup></p>',
    '<p>H<sub>2</sub>O and x<sup>2\u00A0n</sup></p>'
  ],
  [
    'small capitals and their like',
    '[Small]{.smallcaps} [u]{.underline} [m]{.mark}',
    '<p><span class="smallcaps">Small</span> <span class="underline">u</span> <span class="mark">m</span></p>',
    '<p><sc>Small</sc> <underline>u</underline> <styled-content style="mark">m</styled-content></p>'
  ],
  [
    'lines of verse',
    '| One line,\n|    the second',
    '<p class="line-block">One line,<br>\n\u00A0\u00A0\u00A0the second</p>',
    '<verse-group><verse-line>One line,</verse-line><verse-line>\u00A0\u00A0\u00A0the second</verse-line></verse-group>'
  ],
  [
    'quotations with their source',
    '> Words.\n>\n> — Author, *Work*',
    '<blockquote><p>Words.</p><p class="attribution">— Author, <em>Work</em></p></blockquote>',
    '<disp-quote><p>Words.</p><attrib>— Author, <italic>Work</italic></attrib></disp-quote>'
  ],
  [
    'epigraphs',
    '::: epigraph\n> Words.\n:::',
    '<blockquote class="epigraph"><p>Words.</p></blockquote>',
    '<disp-quote content-type="epigraph"><p>Words.</p></disp-quote>'
  ]
]

describe('prose', () => {
  it.each(cases)('%s', async (_, markdown, html, jats) => {
    expect(await made(markdown, 'paper.html')).toContain(html)
    expect(await made(markdown, 'paper.xml')).toContain(jats)
  })

  it.each([
    ['en', 'Fig. 2 and p. 5, 10 km', 'Fig.~2 and p.~5, 10~km'],
    ['ru', 'рис. 2, с. 5, И. О. Иванов, № 7, 10 км, а — б', 'рис.~2, с.~5, И.~О.~Иванов, №~7, 10~км, а~— б'],
    ['uz', '2-rasm, 10 km', '2-rasm, 10~km'],
    ['fr', 'Ceci : « mot » ; 5 %', 'Ceci~: «_mot_»_; 5~%']
  ])('spaces that do not break, in %s', async (language, written, printed) => {
    const text = await made(`---\nlang: ${language}\n---\n\n${written}`, 'paper.txt')
    expect(text.trim().replaceAll('\u00A0', '~').replaceAll('\u202F', '_')).toBe(printed)
  })

  it.each([
    ['en', '“a ‘b’ c” – d — e… it’s'],
    ['ru', '«a „b“ c» – d — e… it’s'],
    ['uz', '“a ‘b’ c” – d — e… itʼs'],
    ['uz-Cyrl', '«a „b“ c» – d — e… it’s'],
    ['de', '„a ‚b‘ c“ – d — e… it’s'],
    ['fr', '« a “b” c » – d — e… it’s'],
    ['pl', '„a «b» c” – d — e… it’s'],
    ['es', '«a “b” c» – d — e… it’s']
  ])('quotation marks, dashes and apostrophes, in %s', async (language, printed) => {
    const text = await made(`---\nlang: ${language}\n---\n\n"a 'b' c" -- d --- e... it's`, 'paper.txt')
    expect(text.trim().replace(/[\u00A0\u202F]/g, ' ')).toBe(printed)
  })

  it('no character that nobody can print, each told at its place', async () => {
    const markdown = '---\ntitle: A\u0008B\n---\n\nWord\u0007 and\u0000 word.'
    const {problems, output} = await build(worldOf(markdown), {to: ['text', 'jats']})
    const told = problems.filter(({id}) => id === 'text-printable')
    expect(told.map(({place}) => `${place?.start?.line}:${place?.start?.column}`)).toEqual(['2:9', '5:5', '5:10'])
    for (const path of ['paper.txt', 'paper.xml'])
      expect(new TextDecoder().decode(output.get(path))).toMatch(/Word\uFFFD and\uFFFD word\./)
  })
})
